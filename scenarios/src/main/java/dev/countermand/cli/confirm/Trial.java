package dev.countermand.cli.confirm;

import dev.countermand.cli.explore.ScenarioProgram;
import dev.countermand.cli.source.ScenarioSource;
import dev.countermand.explore.FailureKey;
import dev.countermand.explore.RunOrigin;
import dev.countermand.explore.lasting.AlignedRun;
import dev.countermand.loop.PythonVersion;
import dev.countermand.report.TraceDocument;
import dev.countermand.scenario.run.RunOptions;
import java.util.Optional;

/**
 * A recorded run on CPython.
 *
 * @param run what was compared: the recorded run, or the same failure made again on the level of
 *     that CPython
 * @param isRealigned whether the failure was made again on another level
 * @param confirmation what came of it
 */
public record Trial(TraceDocument run, boolean isRealigned, Confirmation confirmation) {

    /**
     * Plays a recorded run.
     *
     * <p>Another version of CPython may have other loop steps, so that the numbers of the choices
     * shift. If the versions differ and so do the events, the choices are found again by name on
     * the simulated loop of that version; if they lead to the same failure there, that run is
     * played.
     *
     * @param options the options of the recorded run
     */
    static Trial of(
            PythonInterpreter interpreter,
            ScenarioSource source,
            TraceDocument recorded,
            RunOptions options,
            PythonVersion level) {
        Trial exact = play(interpreter, source, recorded, false);
        if (exact.confirmation instanceof Confirmation.Confirmed || level == options.python()) {
            return exact;
        }
        return realigned(source, recorded, options.withPython(level))
                .map(run -> play(interpreter, source, run, true))
                .orElse(exact);
    }

    private static Trial play(
            PythonInterpreter interpreter,
            ScenarioSource source,
            TraceDocument run,
            boolean isRealigned) {
        ForcedRun forced = interpreter.play(source.bytes(), ForcedSchedule.of(run));
        return new Trial(run, isRealigned, Confirmation.of(run, forced));
    }

    private static Optional<TraceDocument> realigned(
            ScenarioSource source, TraceDocument recorded, RunOptions options) {
        ScenarioProgram program = new ScenarioProgram(source, options);
        for (AlignedRun.Match match : AlignedRun.Match.values()) {
            TraceDocument run = program.record(
                    new AlignedRun(recorded.choices(), match),
                    new RunOrigin(recorded.origin().seed(), recorded.origin().strategy()));
            if (failsAlike(run, recorded)) {
                return Optional.of(run);
            }
        }
        return Optional.empty();
    }

    private static boolean failsAlike(TraceDocument run, TraceDocument recorded) {
        return !run.verdict().violations().isEmpty()
                && !recorded.verdict().violations().isEmpty()
                && FailureKey.of(run.verdict().violations().get(0))
                        .equals(FailureKey.of(recorded.verdict().violations().get(0)));
    }
}
