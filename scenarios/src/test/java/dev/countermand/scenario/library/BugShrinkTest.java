package dev.countermand.scenario.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countermand.explore.FailureKey;
import dev.countermand.explore.Program;
import dev.countermand.explore.Schedule;
import dev.countermand.explore.ScheduledRun;
import dev.countermand.explore.search.SearchResult;
import dev.countermand.explore.shrink.Shrunk;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How small the failing runs of the library's bugs become. */
class BugShrinkTest {
    private static final int SEEDS = 5;

    /** A cancel and an order, say. */
    private static final int FEW = 2;

    /** Of the thirty; when this was written it was all of them. */
    private static final int LEAST_BUGS = 28;

    /** Some hundredths of a second; when this was written the most was 3,000. */
    private static final long MOST_STEPS = 20_000;

    @Test
    void nearlyAllBugsShrinkToAtMostTwoDepartures() {
        int small = 0;
        for (Bug bug : Bug.ALL) {
            int most = 0;
            for (int seed = 1; seed <= SEEDS; seed++) {
                Program program = ShrunkBugs.program(bug.name());
                Shrunk shrunk = ShrunkBugs.shrink(program, ShrunkBugs.find(program, seed));
                most = Math.max(most, shrunk.after().departures());
                if (seed == 1) {
                    print(bug, shrunk);
                }
            }
            small += most <= FEW ? 1 : 0;
        }
        assertThat(small).isGreaterThanOrEqualTo(LEAST_BUGS);
    }

    private static void print(Bug bug, Shrunk shrunk) {
        System.out.printf("%-34s departures %2d -> %d, steps %2d -> %2d, %3d runs, %5d steps  %s%n",
                bug, shrunk.before().departures(), shrunk.after().departures(),
                shrunk.before().steps(), shrunk.after().steps(), shrunk.effort().runs(),
                shrunk.effort().steps(), shrunk.schedule());
    }

    @ParameterizedTest
    @MethodSource("bugs")
    void theLawsOfShrinkingHoldForTheBug(Bug bug) {
        Program program = ShrunkBugs.program(bug.name());
        for (int seed = 1; seed <= SEEDS; seed++) {
            SearchResult.FoundRun found = ShrunkBugs.find(program, seed);
            Shrunk shrunk = ShrunkBugs.shrink(program, found);
            assertThat(shrunk.effort().ending()).isEqualTo(Shrunk.Ending.SMALLEST);
            assertThat(shrunk.effort().steps()).isLessThan(MOST_STEPS);
            assertThat(shrunk.after()).isLessThanOrEqualTo(shrunk.before());
            assertThat(shrunk.outcome().failureKey()).isEqualTo(found.outcome().failureKey());
            ScheduledRun run = shrunk.schedule().scheduler();
            assertThat(program.run(run)).isEqualTo(shrunk.outcome());
            assertThat(run.misfits()).isZero();
            assertThat(ShrunkBugs.shrink(program, found)).isEqualTo(shrunk);
            SearchResult.FoundRun again = new SearchResult.FoundRun(
                    1, found.origin(), shrunk.schedule(), shrunk.outcome());
            assertThat(ShrunkBugs.shrink(program, again).schedule()).isEqualTo(shrunk.schedule());
        }
    }

    @ParameterizedTest
    @MethodSource("bugs")
    void allFindingsOfTheSameFailureShrinkToTheSameSchedule(Bug bug) {
        Program program = ShrunkBugs.program(bug.name());
        Map<FailureKey, Schedule> smallest = new LinkedHashMap<>();
        for (int seed = 1; seed <= 4 * SEEDS; seed++) {
            Shrunk shrunk = ShrunkBugs.shrink(program, ShrunkBugs.find(program, seed));
            smallest.putIfAbsent(shrunk.outcome().failureKey(), shrunk.schedule());
            assertThat(smallest).containsEntry(shrunk.outcome().failureKey(), shrunk.schedule());
        }
    }

    static List<Bug> bugs() {
        return Bug.ALL;
    }
}
