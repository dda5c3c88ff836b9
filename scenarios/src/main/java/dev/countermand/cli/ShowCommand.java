package dev.countermand.cli;

import dev.countermand.cli.terminal.ExitCode;
import dev.countermand.cli.terminal.Surroundings;
import dev.countermand.report.TraceDocument;
import dev.countermand.report.TraceReader;
import dev.countermand.report.text.LaneOptions;
import dev.countermand.report.text.LaneReport;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows a trace. */
@Command(
        name = "show",
        description = "Shows a trace: one lane for each task, time downwards, at most 100 columns.")
final class ShowCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(paramLabel = "TRACE", description = "The trace's file.")
    private String trace = "";

    ShowCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        TraceDocument run = TraceReader.read(surroundings.path(trace));
        surroundings.out().print(LaneReport.render(run, LaneOptions.WHOLE));
        return ExitCode.CLEAN.number();
    }
}
