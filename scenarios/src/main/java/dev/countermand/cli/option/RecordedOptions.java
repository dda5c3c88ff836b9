package dev.countermand.cli.option;

import dev.countermand.cli.terminal.UserError;
import dev.countermand.loop.Simulation.Interruption;
import dev.countermand.loop.oracle.Oracle;
import dev.countermand.loop.oracle.OracleSet;
import dev.countermand.loop.schedule.ChoiceKind;
import dev.countermand.loop.trace.Violation;
import dev.countermand.report.TraceDocument;
import dev.countermand.scenario.run.RunOptions;
import java.util.Optional;
import picocli.CommandLine.TypeConversionException;

/** The options of a recorded run, as this program takes them. */
public final class RecordedOptions {
    private RecordedOptions() {}

    /**
     * Reads the options that a trace names.
     *
     * @param trace what the user calls the trace
     * @param recorded the run
     * @throws UserError if this version of the program has no such option
     */
    public static RunOptions of(String trace, TraceDocument recorded) {
        TraceDocument.Origin origin = recorded.origin();
        String place = "/origin/orders";
        try {
            RunOptions options = RunOptions.DEFAULT
                    .withOrders(new RunFlags.Orders().convert(origin.orders()))
                    .withStepLimit(origin.stepLimit())
                    .withInterruption(interruption(recorded))
                    .withOracles(oracles(recorded));
            place = "/origin/python";
            return options.withPython(new PythonLevel.Label().convert(origin.python()));
        } catch (TypeConversionException e) {
            throw new UserError(trace + ": " + place + ": " + e.getMessage());
        }
    }

    /** Those that saw what was recorded must look again; the others are on as by default. */
    private static OracleSet oracles(TraceDocument recorded) {
        OracleSet oracles = OracleSet.DEFAULT;
        for (Violation violation : recorded.verdict().violations()) {
            Optional<Oracle> saw = Oracle.named(violation.kind().label());
            oracles = saw.isPresent() ? oracles.with(saw.get()) : oracles;
        }
        return oracles;
    }

    /** A run that was offered SIGINTs shows it by its choices. */
    private static Interruption interruption(TraceDocument recorded) {
        return recorded.choices().stream()
                .anyMatch(choice -> choice.kind() == ChoiceKind.INTERRUPT)
                ? Interruption.BETWEEN_STEPS : Interruption.NEVER;
    }
}
