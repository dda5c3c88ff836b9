package dev.countermand.cli;

import dev.countermand.cli.explore.FifoRun;
import dev.countermand.cli.terminal.ExitCode;
import dev.countermand.cli.terminal.Surroundings;
import dev.countermand.report.ReplayComparison;
import dev.countermand.report.TraceDocument;
import dev.countermand.report.TraceReader;
import dev.countermand.report.text.RunDifferenceText;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Compares two traces. */
@Command(
        name = "diff",
        description = "Shows two traces side by side, aligned, with the first difference named.")
final class DiffCommand implements Callable<Integer> {
    private static final String ASYNCIO = "asyncio's own order";

    private final Surroundings surroundings;

    @Parameters(index = "0", paramLabel = "A", description = "A trace's file.")
    private String left = "";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "B",
            description = "Another trace's file. By default it is the run that asyncio itself makes"
                    + " of the scenario of A.")
    private @Nullable String right;

    @Option(
            names = "--scenario",
            paramLabel = "FILE",
            description = "The scenario, where there is no B. By default it is found as `replay`"
                    + " finds it.")
    private @Nullable String scenario;

    DiffCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        TraceDocument leftRun = TraceReader.read(surroundings.path(left));
        TraceDocument rightRun = right == null
                ? FifoRun.of(surroundings, left, leftRun, scenario)
                : TraceReader.read(surroundings.path(right));
        surroundings.out().print(RunDifferenceText.render(
                leftRun, left, rightRun, right == null ? ASYNCIO : right));
        return (ReplayComparison.of(leftRun, rightRun) instanceof ReplayComparison.Same
                ? ExitCode.CLEAN
                : ExitCode.VIOLATION).number();
    }
}
