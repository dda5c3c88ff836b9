package dev.countermand.scenario.library;

import dev.countermand.explore.Program;
import dev.countermand.explore.RunOrigin;
import dev.countermand.explore.RunOutcome;
import dev.countermand.explore.search.Search;
import dev.countermand.explore.search.SearchLimits;
import dev.countermand.explore.search.SearchPlan;
import dev.countermand.explore.search.SearchResult;
import dev.countermand.loop.schedule.ChoiceKind;
import dev.countermand.loop.schedule.RandomStream;
import dev.countermand.loop.schedule.Scheduler;
import dev.countermand.report.TraceDocument;
import dev.countermand.scenario.run.PreparedScenario;
import dev.countermand.scenario.run.RunOptions;
import dev.countermand.scenario.run.ScenarioResult;
import dev.countermand.scenario.run.ScenarioRun;
import java.util.Arrays;

/** How many runs a plan needs for a scenario of the library, from each of several base seeds. */
final class BugSearch {
    /** A search that has found nothing by then counts as that long. */
    static final int MOST_RUNS = 1_000;

    /** How the values that a scenario chooses among are listed. */
    enum Values {
        /** As the file has them. */
        AS_WRITTEN,
        /** In an order that is drawn for each base seed, so that first and last mean nothing. */
        SHUFFLED
    }

    private final PreparedScenario scenario;
    private final SearchPlan plan;
    private final Values values;

    BugSearch(String scenario, SearchPlan plan, Values values) {
        this.scenario = LibraryFiles.prepare(scenario);
        this.plan = plan;
        this.values = values;
    }

    /** The search from one base seed. */
    SearchResult from(long seed, int runs) {
        return new Search(new Listed(seed), plan, SearchLimits.of(runs, seed)).run(made -> {});
    }

    /** The numbers of runs from base seeds 1, 2 and so on, ascending. */
    long[] runsToFind(int seeds) {
        long[] runs = new long[seeds];
        for (int i = 0; i < seeds; i++) {
            SearchResult result = from(i + 1, MOST_RUNS);
            runs[i] = result.found() == null ? MOST_RUNS : result.found().number();
        }
        Arrays.sort(runs);
        return runs;
    }

    static double mean(long[] runs) {
        return Arrays.stream(runs).average().orElseThrow();
    }

    /** The scenario, with its values listed in some order. */
    private final class Listed implements Program {
        private final long seed;

        Listed(long seed) {
            this.seed = seed;
        }

        @Override
        public String name() {
            return scenario.scenario().name();
        }

        @Override
        public RunOutcome run(Scheduler scheduler) {
            ScenarioResult result = ScenarioRun.run(scenario,
                    values == Values.AS_WRITTEN ? scheduler : shuffled(scheduler),
                    RunOptions.DEFAULT);
            return new RunOutcome(result.violations(), result.steps(), result.choicePoints());
        }

        private Scheduler shuffled(Scheduler inner) {
            RandomStream orders = RandomStream.of(seed, "listing");
            return (kind, about, bound) -> {
                int pick = inner.choose(kind, about, bound);
                return kind == ChoiceKind.CHOOSE ? permutation(orders, bound)[pick] : pick;
            };
        }

        private static int[] permutation(RandomStream orders, int bound) {
            int[] order = new int[bound];
            for (int i = 0; i < bound; i++) {
                int place = orders.nextInt(i + 1);
                order[i] = order[place];
                order[place] = i;
            }
            return order;
        }

        @Override
        public TraceDocument record(Scheduler scheduler, RunOrigin origin) {
            throw new UnsupportedOperationException("only counted, never shown");
        }
    }
}
