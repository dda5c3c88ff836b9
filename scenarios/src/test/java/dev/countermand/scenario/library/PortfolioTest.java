package dev.countermand.scenario.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countermand.explore.search.SearchResult;
import dev.countermand.explore.strategy.Strategies;
import dev.countermand.scenario.library.BugSearch.Values;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How fast the default portfolio finds the bugs of the library, and that it raises no alarm. */
class PortfolioTest {
    private static final int SEEDS = 20;

    private static BugSearch search(String scenario, Values values) {
        return new BugSearch(scenario, Strategies.portfolio(), values);
    }

    static List<Bug> bugs() {
        return Bug.ALL;
    }

    @ParameterizedTest
    @MethodSource("bugs")
    void everyBugIsFoundFromEverySeedNoLaterThanByASimpleHarness(Bug bug) {
        long[] runs = search(bug.broken(), Values.AS_WRITTEN).runsToFind(SEEDS);
        assertThat(runs[SEEDS - 1]).isLessThan(100);
        assertThat(BugSearch.mean(runs)).isLessThanOrEqualTo(NaiveFigures.of(bug));
    }

    @Test
    void halfOfTheBugsAreFoundWithinTwoRunsOnAverage() {
        double[] means = Bug.ALL.stream()
                .map(bug -> search(bug.broken(), Values.AS_WRITTEN).runsToFind(SEEDS))
                .mapToDouble(BugSearch::mean).sorted().toArray();
        assertThat(means[Bug.ALL.size() / 2]).isLessThanOrEqualTo(2);
    }

    /** The opening is made for values that ascend, as they do in nearly every file. */
    @ParameterizedTest
    @MethodSource("bugs")
    void withValuesInAnyOrderEveryBugIsFoundFromEverySeedToo(Bug bug) {
        long[] runs = search(bug.broken(), Values.SHUFFLED).runsToFind(SEEDS);
        assertThat(runs[SEEDS - 1]).isLessThan(BugSearch.MOST_RUNS);
        assertThat(BugSearch.mean(runs)).isLessThan(50);
    }

    @ParameterizedTest
    @MethodSource("bugs")
    void theRepairCannotBeFaulted(Bug bug) {
        assertNothingIsFound(bug, 1_000);
    }

    @Tag("extended")
    @ParameterizedTest
    @MethodSource("bugs")
    void theRepairCannotBeFaultedInTenThousandRuns(Bug bug) {
        assertNothingIsFound(bug, 10_000);
    }

    private static void assertNothingIsFound(Bug bug, int runs) {
        SearchResult result = search(bug.repaired(), Values.AS_WRITTEN).from(1, runs);
        assertThat(result.found()).isNull();
        assertThat(result.facts().runs()).isEqualTo(runs);
    }

    /** Prints the table of {@code docs/strategies.md}. */
    @Tag("extended")
    @Test
    void everyStrategyFindsEveryBug() {
        for (String name : Strategies.names()) {
            StringBuilder table = new StringBuilder(name).append('\n');
            for (Bug bug : Bug.ALL) {
                long[] written = runs(name, bug, Values.AS_WRITTEN);
                long[] shuffled = runs(name, bug, Values.SHUFFLED);
                table.append(String.format("| %s | %s | %s | %.2f |%n",
                        bug, cells(written), cells(shuffled), NaiveFigures.of(bug)));
                assertThat(Arrays.stream(written).max().orElseThrow())
                        .as("%s, %s", name, bug).isLessThan(BugSearch.MOST_RUNS);
            }
            System.out.println(table);
        }
    }

    private static long[] runs(String strategy, Bug bug, Values values) {
        return new BugSearch(bug.broken(), Strategies.byName(strategy), values).runsToFind(SEEDS);
    }

    /** Mean, median and 90th percentile. */
    private static String cells(long[] runs) {
        return String.format("%.2f | %d | %d",
                BugSearch.mean(runs), runs[SEEDS / 2 - 1], runs[SEEDS * 9 / 10 - 1]);
    }
}
