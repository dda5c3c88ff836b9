package dev.countermand.cli;

import dev.countermand.cli.explore.Finding;
import dev.countermand.cli.explore.FindingWriter;
import dev.countermand.cli.explore.ProgressLine;
import dev.countermand.cli.explore.ScenarioProgram;
import dev.countermand.cli.explore.SearchStop;
import dev.countermand.cli.explore.SearchedProgram;
import dev.countermand.cli.explore.TraceFolder;
import dev.countermand.cli.option.RunFlags;
import dev.countermand.cli.option.SearchFlags;
import dev.countermand.cli.source.ScenarioFinder;
import dev.countermand.cli.source.ScenarioSource;
import dev.countermand.cli.terminal.ExitCode;
import dev.countermand.cli.terminal.Surroundings;
import dev.countermand.cli.text.ExplorationJson;
import dev.countermand.cli.text.ExplorationReport;
import dev.countermand.explore.RunOrigin;
import dev.countermand.explore.search.SearchLimits;
import dev.countermand.explore.search.SearchPlan;
import dev.countermand.explore.search.SearchResult;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Searches a scenario's schedules. */
@Command(
        name = "explore",
        description = "Makes runs with other schedules until one violates something; then writes"
                + " that run's trace and says what failed, and how to repeat it.")
final class ExploreCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(
            paramLabel = "FILE",
            description = "The scenario's file, or the name of a built-in scenario.")
    private String file = "";

    @Mixin
    private final SearchFlags searching = new SearchFlags();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "countermand-traces",
            description = "The folder for the trace, made when needed (default: ${DEFAULT-VALUE}).")
    private String out = "";

    @Option(
            names = "--save",
            paramLabel = "DIR",
            description = "Keep the trace in this folder as well, for `check`.")
    private @Nullable String save;

    @Option(
            names = "--coverage",
            description = "Also print, for each await, whether a task was cancelled there.")
    private boolean isCoverageWanted;

    @Option(
            names = "--json",
            description = "Print one JSON object on standard output instead of the report.")
    private boolean isJson;

    @Mixin
    private final RunFlags flags = new RunFlags();

    ExploreCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        ScenarioSource source = new ScenarioFinder(surroundings).find(file);
        ScenarioProgram program = new ScenarioProgram(source, flags.options());
        List<TraceFolder> folders = folders();
        folders.forEach(TraceFolder::check);
        SearchPlan plan = searching.plan();
        SearchedProgram searched = search(program, plan);
        SearchResult.FoundRun found = searched.result().found();
        Finding finding = found == null
                ? null
                : new FindingWriter(surroundings, source, flags, folders).of(program, found,
                        failure -> new Complaints(surroundings).failure(failure, false));
        surroundings.out().print(isJson
                ? ExplorationJson.of(new ExplorationJson.Search(program.name(),
                        program.origin(new RunOrigin(searching.seed(), plan.name())), searched),
                        finding)
                : finding == null
                        ? ExplorationReport.clean(searched, isCoverageWanted)
                        : ExplorationReport.found(finding, searching.runs()));
        return code(searched).number();
    }

    private SearchedProgram search(ScenarioProgram program, SearchPlan plan) {
        try (SearchStop stop = new SearchStop(searching.budgetSeconds())) {
            ProgressLine progress = new ProgressLine(surroundings, searching.runs(), stop);
            SearchedProgram searched = SearchedProgram.search(program, plan,
                    new SearchLimits(searching.runs(), searching.seed(), searching.workers(), stop),
                    progress);
            progress.clear();
            return searched;
        }
    }

    private List<TraceFolder> folders() {
        TraceFolder traces = new TraceFolder(surroundings, "--out", out);
        return save == null
                ? List.of(traces)
                : List.of(traces, new TraceFolder(surroundings, "--save", save));
    }

    private static ExitCode code(SearchedProgram searched) {
        if (searched.difference().isPresent()) {
            return ExitCode.INTERNAL;
        }
        return searched.result().found() == null ? ExitCode.CLEAN : ExitCode.VIOLATION;
    }
}
