package dev.countermand.cli.confirm;

import dev.countermand.cli.source.ScenarioSource;
import dev.countermand.report.TraceDocument;
import dev.countermand.scenario.run.RunOptions;

/**
 * A recorded run that is to be made on CPython.
 *
 * @param source its scenario
 * @param recorded the run
 * @param options the options it was made with, in the legal order mode
 */
public record RecordedFinding(
        ScenarioSource source, TraceDocument recorded, RunOptions options) {

    /**
     * Makes the run and compares.
     *
     * @throws dev.countermand.cli.terminal.UserError if the Python cannot play the scenario
     */
    public Trial on(InstalledPython python) {
        try (PythonInterpreter interpreter = PythonInterpreter.on(python)) {
            return Trial.of(interpreter, source, recorded, options, python.level());
        }
    }

    /** The run of a trial as a Python program in one file. */
    public String program(InstalledPython python, Trial trial) {
        try (PythonInterpreter interpreter = PythonInterpreter.on(python)) {
            return interpreter.standalone(
                    source.bytes(), ForcedSchedule.of(trial.run()),
                    ConfirmText.comment(python, trial));
        }
    }
}
