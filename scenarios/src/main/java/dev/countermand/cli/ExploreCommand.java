package dev.countermand.cli;

import dev.countermand.cli.explore.Analysis;
import dev.countermand.cli.explore.Finding;
import dev.countermand.cli.explore.FindingWriter;
import dev.countermand.cli.explore.ProgressLine;
import dev.countermand.cli.explore.ScenarioProgram;
import dev.countermand.cli.explore.SearchStop;
import dev.countermand.cli.explore.TraceFolder;
import dev.countermand.cli.option.PageFile;
import dev.countermand.cli.option.RunFlags;
import dev.countermand.cli.option.SearchFlags;
import dev.countermand.cli.source.ScenarioFinder;
import dev.countermand.cli.source.ScenarioSource;
import dev.countermand.cli.terminal.ExitCode;
import dev.countermand.cli.terminal.Surroundings;
import dev.countermand.cli.terminal.UserError;
import dev.countermand.cli.text.AnalysisJson;
import dev.countermand.cli.text.ExplorationJson;
import dev.countermand.cli.text.ExplorationReport;
import dev.countermand.cli.text.RelativeLink;
import dev.countermand.explore.RunOrigin;
import dev.countermand.explore.search.Search;
import dev.countermand.explore.search.SearchLimits;
import dev.countermand.explore.search.SearchPlan;
import dev.countermand.explore.search.SearchResult;
import dev.countermand.explore.statistics.Survey;
import dev.countermand.page.ExplorationPage;
import dev.countermand.page.TracePage;
import dev.countermand.report.TraceException;
import dev.countermand.report.TraceReader;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
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

    @Option(
            names = "--html",
            paramLabel = "FILE",
            description = "Also write a page about the search: what each strategy found, how much"
                    + " is unseen, which awaits were cancelled, and, of a finding, which choice"
                    + " makes it likely and how many green runs a fix needs. After a finding the"
                    + " search is made again for it, up to 10000 runs.")
    private @Nullable String html;

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
        PageFile.check(surroundings, html);
        SearchPlan plan = searching.plan();
        Survey searched = search(program, plan);
        SearchResult.FoundRun found = searched.result().found();
        Finding finding = found == null
                ? null
                : new FindingWriter(surroundings, source, flags, folders).of(program, found,
                        failure -> new Complaints(surroundings).failure(failure, false));
        ExplorationJson.Search described = new ExplorationJson.Search(program.name(),
                program.origin(new RunOrigin(searching.seed(), plan.name())), searched);
        surroundings.out().print(isJson
                ? ExplorationJson.of(described, finding)
                : finding == null
                        ? ExplorationReport.clean(searched, isCoverageWanted)
                        : ExplorationReport.found(finding, searching.runs())
                                + ExplorationReport.coverage(searched, isCoverageWanted));
        if (html != null) {
            write(html, described, analysis(program, plan, searched, finding));
        }
        return code(searched).number();
    }

    private Survey search(ScenarioProgram program, SearchPlan plan) {
        return underway((limits, progress) ->
                Survey.untilFailure(program, plan, limits, progress));
    }

    private Analysis analysis(ScenarioProgram program, SearchPlan plan, Survey searched,
            @Nullable Finding finding) {
        return underway((limits, progress) -> Analysis.of(
                new Analysis.Searched(program, plan, searched, progress), limits, finding));
    }

    /** Does work that has the budget, may be interrupted, and says how far it is. */
    private <T> T underway(BiFunction<SearchLimits, Search.Progress, T> work) {
        try (SearchStop stop = new SearchStop(searching.budgetSeconds())) {
            ProgressLine progress = new ProgressLine(surroundings, searching.runs(), stop);
            T result = work.apply(new SearchLimits(
                    searching.runs(), searching.seed(), searching.workers(), stop), progress);
            progress.clear();
            return result;
        }
    }

    /** Writes the page, and that of the finding beside its trace. */
    private void write(String page, ExplorationJson.Search described, Analysis analysis) {
        try {
            String own = null;
            Finding finding = analysis.finding();
            if (finding != null && finding.trace() != null) {
                Path trace = surroundings.path(finding.trace());
                Path shown = trace.resolveSibling(
                        trace.getFileName().toString().replaceFirst("\\.json$", ".html"));
                if (shown.toAbsolutePath().normalize()
                        .equals(surroundings.path(page).toAbsolutePath().normalize())) {
                    throw new UserError("--html: expected another file than " + page
                            + ", where the page of the trace belongs");
                }
                TracePage.write(shown, TraceReader.readFile(trace));
                own = RelativeLink.between(surroundings.path(page), shown);
            }
            ExplorationPage.write(surroundings.path(page),
                    AnalysisJson.of(described, analysis, searching.runs(), own));
            if (!isJson) {
                surroundings.out().print(ExplorationReport.page(page));
            }
        } catch (TraceException | UserError failure) {
            // What was found is worth more than its page.
            new Complaints(surroundings).failure(failure, false);
        }
    }

    private List<TraceFolder> folders() {
        TraceFolder traces = new TraceFolder(surroundings, "--out", out);
        return save == null
                ? List.of(traces)
                : List.of(traces, new TraceFolder(surroundings, "--save", save));
    }

    private static ExitCode code(Survey searched) {
        if (searched.difference().isPresent()) {
            return ExitCode.INTERNAL;
        }
        return searched.result().found() == null ? ExitCode.CLEAN : ExitCode.VIOLATION;
    }
}
