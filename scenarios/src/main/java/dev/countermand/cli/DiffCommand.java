package dev.countermand.cli;

import dev.countermand.cli.explore.ReferenceRun;
import dev.countermand.cli.terminal.ExitCode;
import dev.countermand.cli.terminal.Surroundings;
import dev.countermand.report.ReplayComparison;
import dev.countermand.report.TraceFile;
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
    private final Surroundings surroundings;

    @Parameters(index = "0", paramLabel = "A", description = "A trace's file.")
    private String left = "";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "B",
            description = "Another trace's file. By default it is the nearest run that passes, if A"
                    + " holds it, or else the run that asyncio itself makes of the scenario of A.")
    private @Nullable String right;

    @Option(
            names = "--scenario",
            paramLabel = "FILE",
            description = "Where there is no B: the scenario whose run in asyncio's order is B.")
    private @Nullable String scenario;

    DiffCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        TraceFile file = TraceReader.readFile(surroundings.path(left));
        ReferenceRun other = right == null
                ? ReferenceRun.of(surroundings, left, file, scenario)
                : new ReferenceRun(right, TraceReader.read(surroundings.path(right)));
        surroundings.out().print(
                RunDifferenceText.render(file.run(), left, other.run(), other.name()));
        return (ReplayComparison.of(file.run(), other.run()) instanceof ReplayComparison.Same
                ? ExitCode.CLEAN
                : ExitCode.VIOLATION).number();
    }
}
