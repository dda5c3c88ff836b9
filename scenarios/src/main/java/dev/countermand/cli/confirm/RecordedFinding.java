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
     * What came of it.
     *
     * @param trial what was compared
     * @param text for people
     * @param program the run as a Python program in one file
     */
    public record Played(Trial trial, ConfirmText text, String program) {}

    /**
     * Makes the run.
     *
     * @throws dev.countermand.cli.terminal.UserError if the Python cannot play the scenario
     */
    public Played on(InstalledPython python) {
        try (PythonInterpreter interpreter = PythonInterpreter.on(python)) {
            Trial trial = Trial.of(interpreter, source, recorded, options, python.level());
            String program = interpreter.standalone(
                    source.bytes(), ForcedSchedule.of(trial.run()),
                    ConfirmText.comment(python, trial));
            return new Played(trial, ConfirmText.of(python, trial), program);
        }
    }
}
