package dev.countermand.scenario.library;

import dev.countermand.cli.explore.ScenarioProgram;
import dev.countermand.cli.source.ScenarioFinder;
import dev.countermand.cli.terminal.Streams;
import dev.countermand.cli.terminal.Surroundings;
import dev.countermand.explore.Program;
import dev.countermand.explore.search.Search;
import dev.countermand.explore.search.SearchLimits;
import dev.countermand.explore.search.SearchPlan;
import dev.countermand.explore.search.SearchResult;
import dev.countermand.explore.shrink.ShrinkLimits;
import dev.countermand.explore.shrink.Shrinker;
import dev.countermand.explore.shrink.Shrunk;
import dev.countermand.loop.schedule.RandomStrategy;
import dev.countermand.scenario.run.RunOptions;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Objects;

/** Failing runs of the library's bugs, as a random search finds them. */
final class ShrunkBugs {
    private static final long RUNS = 20_000;

    private ShrunkBugs() {}

    static Program program(String name) {
        Streams streams = new Streams(InputStream.nullInputStream(), System.out, System.err);
        Surroundings here = new Surroundings(streams, Path.of(""), "countermand", false);
        return new ScenarioProgram(new ScenarioFinder(here).find(name), RunOptions.DEFAULT);
    }

    /** The first failing run of a search that begins with a seed. */
    static SearchResult.FoundRun find(Program program, long seed) {
        SearchResult result = new Search(program, SearchPlan.sharded(RandomStrategy::new),
                SearchLimits.of(RUNS, seed)).run(runs -> {});
        return Objects.requireNonNull(result.found(), program.name());
    }

    static Shrunk shrink(Program program, SearchResult.FoundRun found) {
        return new Shrinker(program, ShrinkLimits.DEFAULT)
                .shrink(found.schedule(), found.outcome());
    }
}
