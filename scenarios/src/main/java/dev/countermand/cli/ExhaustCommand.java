package dev.countermand.cli;

import dev.countermand.cli.explore.CountedProgram;
import dev.countermand.cli.explore.Finding;
import dev.countermand.cli.explore.FindingWriter;
import dev.countermand.cli.explore.ScenarioProgram;
import dev.countermand.cli.explore.TraceFolder;
import dev.countermand.cli.option.PositiveNumber;
import dev.countermand.cli.option.RunFlags;
import dev.countermand.cli.source.ScenarioFinder;
import dev.countermand.cli.source.ScenarioSource;
import dev.countermand.cli.terminal.ExitCode;
import dev.countermand.cli.terminal.StatusLine;
import dev.countermand.cli.terminal.Surroundings;
import dev.countermand.cli.text.ExplorationReport;
import dev.countermand.explore.RunOrigin;
import dev.countermand.explore.dpor.Exhaustive;
import dev.countermand.explore.dpor.ExhaustiveLimits;
import dev.countermand.explore.dpor.ExhaustiveResult;
import dev.countermand.explore.search.SearchResult;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tries every order of a scenario, up to what cannot make a difference. */
@Command(
        name = "exhaust",
        description = "Tries every order of a scenario, up to swapping steps that do not touch"
                + " what the other changes, and says whether any fails.")
final class ExhaustCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(
            paramLabel = "FILE",
            description = "The scenario's file, or the name of a built-in scenario.")
    private String file = "";

    @Option(
            names = "--runs",
            paramLabel = "N",
            converter = PositiveNumber.class,
            defaultValue = "1000000",
            description = "After how many runs to give up (default: ${DEFAULT-VALUE}); so many"
                    + " moments are remembered at most, each some 100 bytes.")
    private long runs;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "countermand-traces",
            description = "The folder for the trace, made when needed (default: ${DEFAULT-VALUE}).")
    private String out = "";

    @Mixin
    private final RunFlags flags = new RunFlags();

    ExhaustCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        ScenarioSource source = new ScenarioFinder(surroundings).find(file);
        ScenarioProgram program = new ScenarioProgram(source, flags.options());
        TraceFolder folder = new TraceFolder(surroundings, "--out", out);
        folder.check();
        ExhaustiveResult result = explore(program);
        if (result instanceof ExhaustiveResult.Found found) {
            Finding finding = new FindingWriter(surroundings, source, flags, List.of(folder)).of(
                    program,
                    new SearchResult.FoundRun(found.runs(), new RunOrigin(0, "exhaustive"),
                            found.schedule(), found.outcome()),
                    failure -> new Complaints(surroundings).failure(failure, false));
            surroundings.out().print(ExplorationReport.found(finding, runs));
            return ExitCode.VIOLATION.number();
        }
        surroundings.out().println(result.text());
        return (result instanceof ExhaustiveResult.AllClasses
                ? ExitCode.CLEAN
                : ExitCode.DIVERGED).number();
    }

    private ExhaustiveResult explore(ScenarioProgram program) {
        StatusLine line = new StatusLine(surroundings);
        try {
            return Exhaustive.explore(
                    new CountedProgram(program, line), new ExhaustiveLimits(runs, runs));
        } finally {
            line.clear();
        }
    }
}
