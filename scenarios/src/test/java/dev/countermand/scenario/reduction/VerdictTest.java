package dev.countermand.scenario.reduction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countermand.cli.explore.ScenarioProgram;
import dev.countermand.cli.source.ScenarioSource;
import dev.countermand.explore.dpor.Exhaustive;
import dev.countermand.explore.dpor.ExhaustiveLimits;
import dev.countermand.explore.dpor.ExhaustiveResult;
import dev.countermand.explore.dpor.ExhaustiveResult.Bound;
import dev.countermand.loop.schedule.OrderMode;
import dev.countermand.scenario.run.RunOptions;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an exhaustive exploration says, and what it does not claim. */
class VerdictTest {
    private static ScenarioProgram bug(String name) throws IOException {
        String file = name + ".scenario.json";
        try (InputStream in = ScenarioSource.class.getResourceAsStream(
                "/dev/countermand/scenario/library/bugs/" + file)) {
            return new ScenarioProgram(
                    ScenarioSource.builtIn(name, file, in.readAllBytes()), RunOptions.DEFAULT);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"lock-wakeup-lost", "queue-item-lost", "semaphore-double-release"})
    void brokenProgramIsFoundAndFailsAgainWithTheScheduleItWasFoundWith(String name)
            throws IOException {
        ScenarioProgram program = bug(name);
        ExhaustiveResult result = Exhaustive.explore(program, ExhaustiveLimits.DEFAULT);
        assertThat(result).isInstanceOf(ExhaustiveResult.Found.class);
        ExhaustiveResult.Found found = (ExhaustiveResult.Found) result;
        assertThat(program.run(found.schedule().scheduler()).violations())
                .isNotEmpty()
                .isEqualTo(found.outcome().violations());
    }

    @ParameterizedTest
    @ValueSource(strings = {"lock-wakeup-lost", "queue-item-lost", "semaphore-double-release"})
    void fixedProgramFailsInNoClass(String name) throws IOException {
        assertThat(Exhaustive.explore(bug(name + "-fixed"), ExhaustiveLimits.DEFAULT))
                .isInstanceOf(ExhaustiveResult.AllClasses.class)
                .extracting(ExhaustiveResult::text).asString()
                .startsWith("exhaustive: ").contains("none fails");
    }

    @ParameterizedTest
    @EnumSource(OrderMode.class)
    void boundThatIsHitIsNeverCalledExhaustive(OrderMode orders) {
        ReducedScenario program = new ReducedScenario(KnownPrograms.tiedSleeps(4), orders);
        ExhaustiveResult all = Exhaustive.explore(program, ExhaustiveLimits.DEFAULT);
        assertThat(all).isInstanceOf(ExhaustiveResult.AllClasses.class);
        for (long limit = 1; limit < all.runs(); limit++) {
            ExhaustiveResult result =
                    Exhaustive.explore(program, new ExhaustiveLimits(limit, 1_000));
            assertThat(result).isInstanceOf(ExhaustiveResult.BoundHit.class);
            assertThat(result.text()).startsWith("not exhaustive: the limit of " + limit);
        }
        assertThat(Exhaustive.explore(program, new ExhaustiveLimits(all.runs(), 1_000)))
                .isEqualTo(all);
    }

    @ParameterizedTest
    @EnumSource(OrderMode.class)
    void runThatIsCutOffIsABoundWhereItIsNoFailure(OrderMode orders) {
        ReducedScenario program = new ReducedScenario("""
                {"format": "countermand-scenario/1", "name": "endless", "coroutines": {
                  "main": [{"op": "while", "that": true,
                    "body": [{"op": "sleep", "delay": 0}]}]}}
                """, orders);
        ExhaustiveResult result = Exhaustive.explore(program, ExhaustiveLimits.DEFAULT);
        assertThat(result).isInstanceOfSatisfying(ExhaustiveResult.BoundHit.class,
                hit -> assertThat(hit.bound()).isEqualTo(Bound.STEPS));
        assertThat(result.text()).startsWith("not exhaustive: the limit of 10,000 steps in a run");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void fullMemoryIsABoundToo(int states) {
        ReducedScenario program =
                new ReducedScenario(KnownPrograms.tiedSleeps(4), OrderMode.LEGAL);
        assertThat(Exhaustive.explore(program, new ExhaustiveLimits(1_000_000, states)))
                .isInstanceOfSatisfying(ExhaustiveResult.BoundHit.class,
                        hit -> assertThat(hit.bound()).isEqualTo(Bound.STATES));
    }
}
