package dev.countermand.cli;

import dev.countermand.cli.explore.Finding;
import dev.countermand.cli.explore.ProgressLine;
import dev.countermand.cli.explore.ScenarioProgram;
import dev.countermand.cli.option.PositiveNumber;
import dev.countermand.cli.option.RunFlags;
import dev.countermand.cli.option.SeedNumber;
import dev.countermand.cli.source.ScenarioFinder;
import dev.countermand.cli.source.ScenarioSource;
import dev.countermand.cli.terminal.ExitCode;
import dev.countermand.cli.terminal.Surroundings;
import dev.countermand.cli.terminal.UserError;
import dev.countermand.cli.text.ExplorationJson;
import dev.countermand.cli.text.ExplorationReport;
import dev.countermand.explore.RunOrigin;
import dev.countermand.explore.search.Search;
import dev.countermand.explore.search.SearchLimits;
import dev.countermand.explore.search.SearchPlan;
import dev.countermand.explore.search.SearchResult;
import dev.countermand.loop.schedule.RandomStrategy;
import dev.countermand.report.ExplorationStatistics;
import dev.countermand.report.TraceDocument;
import dev.countermand.report.TraceException;
import dev.countermand.report.TraceWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Searches a scenario's schedules. */
@Command(
        name = "explore",
        description = "Makes runs with random schedules until one violates something; then writes"
                + " that run's trace and says what failed, and how to repeat it.")
final class ExploreCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(
            paramLabel = "FILE",
            description = "The scenario's file, or the name of a built-in scenario.")
    private String file = "";

    @Option(
            names = "--runs",
            paramLabel = "N",
            converter = PositiveNumber.class,
            defaultValue = "10000",
            description = "How many runs to make at most (default: ${DEFAULT-VALUE}).")
    private long runs;

    @Option(
            names = "--seed",
            paramLabel = "N",
            converter = SeedNumber.class,
            defaultValue = "0",
            description = "The base seed, from which each run's own is derived"
                    + " (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "countermand-traces",
            description = "The folder for the trace, made when needed (default: ${DEFAULT-VALUE}).")
    private String out = "";

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
        checkFolder();
        ProgressLine progress = new ProgressLine(surroundings, runs);
        SearchPlan plan = SearchPlan.sharded(RandomStrategy::new);
        SearchResult result = new Search(program, plan, SearchLimits.of(runs, seed)).run(progress);
        progress.clear();
        SearchResult.FoundRun found = result.found();
        Finding finding = found == null ? null : finding(source, program, found);
        ExplorationStatistics statistics = new ExplorationStatistics(
                found == null ? result.facts().runs() : found.number(),
                finding == null ? 0 : 1, result.facts().choicePoints());
        surroundings.out().print(isJson
                ? ExplorationJson.of(search(program, plan, statistics), finding)
                : finding == null
                        ? ExplorationReport.clean(statistics)
                        : ExplorationReport.found(finding, runs));
        return (finding == null ? ExitCode.CLEAN : ExitCode.VIOLATION).number();
    }

    private ExplorationJson.Search search(
            ScenarioProgram program, SearchPlan plan, ExplorationStatistics statistics) {
        return new ExplorationJson.Search(program.name(),
                program.origin(new RunOrigin(seed, plan.name())), statistics);
    }

    private Finding finding(
            ScenarioSource source, ScenarioProgram program, SearchResult.FoundRun found) {
        TraceDocument run = program.record(found.schedule().scheduler(), found.origin());
        if (!run.verdict().violations().equals(found.outcome().violations())) {
            throw new IllegalStateException("the run of schedule " + found.schedule()
                    + " was another one when it was repeated for its trace");
        }
        Path trace = place(
                source.stem() + "-" + found.origin().seed(), TraceWriter.toJson(run));
        List<String> repeat = new ArrayList<>(List.of(
                "run", source.word(), "--schedule", found.schedule().toString()));
        repeat.addAll(flags.words());
        String repeatCommand = surroundings.command(repeat);
        try {
            TraceWriter.write(surroundings.folder().resolve(trace), run);
        } catch (TraceException e) {
            // What was found is worth more than its trace: the schedule alone repeats it.
            new Complaints(surroundings).failure(e, false);
            return new Finding(
                    found.number(), run, null, new Finding.Commands(repeatCommand, null));
        }
        List<String> replay = new ArrayList<>(List.of("replay", trace.toString()));
        if (!source.isBuiltIn()) {
            replay.addAll(List.of("--scenario", source.word()));
        }
        return new Finding(found.number(), run, trace.toString(),
                new Finding.Commands(repeatCommand, surroundings.command(replay)));
    }

    /** A free name, or that of the very same trace: another one, of an older scenario, stays. */
    private Path place(String name, String text) {
        for (int number = 1; ; number++) {
            String suffix = number == 1 ? "" : "-" + number;
            Path trace = Path.of(out, name + suffix + ".trace.json");
            Path file = surroundings.folder().resolve(trace);
            if (!Files.exists(file) || holds(file, text)) {
                return trace;
            }
        }
    }

    private static boolean holds(Path file, String text) {
        try {
            return Files.readString(file).equals(text);
        } catch (IOException e) {
            return false;
        }
    }

    /** A search of hours must not end with the discovery that its result has no place. */
    private void checkFolder() {
        Path folder = surroundings.path(out);
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new UserError("--out: expected a folder, but " + out + " is a file");
        }
    }
}
