package dev.countermand.scenario.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countermand.loop.PythonVersion;
import dev.countermand.loop.schedule.RandomStrategy;
import dev.countermand.loop.schedule.ReplayScheduler;
import dev.countermand.loop.schedule.Strategy;
import dev.countermand.loop.trace.Violation;
import dev.countermand.scenario.run.PreparedScenario;
import dev.countermand.scenario.run.RunOptions;
import dev.countermand.scenario.run.ScenarioResult;
import dev.countermand.scenario.run.ScenarioRun;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a random search has to say of each bug of the library, and of its repair. */
class BugLibraryTest {
    /** When this was written each was found within 100 runs; the rarest strikes in 2 %. */
    private static final int RUNS_TO_FIND = 3_000;

    private static final int RUNS_WITHOUT_FALSE_ALARM = 20_000;

    private final Strategy strategy = new RandomStrategy();

    @ParameterizedTest
    @MethodSource("bugs")
    void theBugIsFoundAndWhatIsSeenOfItFirstIsItsMark(Bug bug) {
        PreparedScenario broken = LibraryFiles.prepare(bug.broken());
        int first = -1;
        int failing = 0;
        for (int seed = 0; seed < RUNS_TO_FIND; seed++) {
            ScenarioResult result = run(broken, seed);
            if (!result.isClean()) {
                assertThat(result.violations().get(0).kind()).as("seed %d", seed)
                        .isEqualTo(bug.shows());
                first = first < 0 ? seed : first;
                failing++;
            }
        }
        System.out.printf("%-34s %-11s first in run %2d, in %4.1f %% of %d%n",
                bug, bug.shows().label(), first, 100.0 * failing / RUNS_TO_FIND, RUNS_TO_FIND);
        assertThat(failing).isPositive();
    }

    @ParameterizedTest
    @MethodSource("bugs")
    void theRepairCannotBeFaulted(Bug bug) {
        PreparedScenario repaired = LibraryFiles.prepare(bug.repaired());
        for (int seed = 0; seed < RUNS_WITHOUT_FALSE_ALARM; seed++) {
            ScenarioResult result = run(repaired, seed);
            if (!result.isClean()) {
                assertThat(result.violations()).as("seed %d", seed).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("bugs")
    void aRunThatShowsTheBugReplaysToTheSameViolations(Bug bug) {
        PreparedScenario broken = LibraryFiles.prepare(bug.broken());
        int seed = 0;
        while (run(broken, seed).isClean()) {
            seed++;
        }
        ScenarioResult recorded = ScenarioRun.trace(
                broken, strategy.scheduler(seed), RunOptions.DEFAULT, event -> {});
        ReplayScheduler replay = new ReplayScheduler(recorded.choices());
        ScenarioResult replayed = ScenarioRun.run(broken, replay, RunOptions.DEFAULT);
        assertThat(replayed.violations()).isEqualTo(recorded.violations()).isNotEmpty();
        assertThat(replay.used()).isEqualTo(recorded.choices().size());
    }

    /** The repairs of wait_for are asyncio's own, so an older asyncio must still have the bug. */
    @Test
    void theRepairOfWaitForIsNotThereInPython311() {
        PreparedScenario repaired =
                LibraryFiles.prepare(LibraryFiles.BUGS + "/wait-for-swallows-cancel-fixed");
        RunOptions old = RunOptions.DEFAULT.withPython(PythonVersion.PYTHON_3_11);
        int seed = 0;
        ScenarioResult result;
        do {
            result = ScenarioRun.run(repaired, strategy.scheduler(seed++), old);
        } while (result.isClean() && seed < RUNS_TO_FIND);
        assertThat(result.violations()).extracting(Violation::kind)
                .containsExactly(Violation.Kind.MUST_HONOUR);
    }

    private ScenarioResult run(PreparedScenario scenario, long seed) {
        return ScenarioRun.run(scenario, strategy.scheduler(seed), RunOptions.DEFAULT);
    }

    static List<Bug> bugs() {
        return Bug.ALL;
    }
}
