package dev.countermand.scenario.reduction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countermand.explore.dpor.Exhaustive;
import dev.countermand.explore.dpor.ExhaustiveLimits;
import dev.countermand.explore.dpor.ExhaustiveResult;
import dev.countermand.loop.schedule.OrderMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The reduction leaves out runs, and no outcome. */
class SameOutcomesTest {
    private static final long SEED = 20261122;
    private static final int COMPARED = 250;
    private static final int MOST_RUNS = 2_000;

    @ParameterizedTest
    @EnumSource(OrderMode.class)
    void classesHaveAllOutcomesOfAllRuns(OrderMode orders) {
        SmallPrograms programs = new SmallPrograms(SEED);
        List<String> differing = new ArrayList<>();
        int compared = 0;
        int varied = 0;
        while (compared < COMPARED) {
            String json = programs.next();
            ReducedScenario plain = new ReducedScenario(json, orders);
            if (new PlainSearch().makesAllRunsOf(plain, MOST_RUNS)) {
                Set<String> outcomes = reduced(json, orders);
                if (!outcomes.equals(plain.outcomes())) {
                    differing.add(json + "\n" + outcomes + "\nbut for\n" + plain.outcomes());
                }
                compared++;
                varied += plain.outcomes().size() > 1 ? 1 : 0;
            }
        }
        assertThat(differing).isEmpty();
        assertThat(varied).isGreaterThan(COMPARED / 4);
    }

    private static Set<String> reduced(String json, OrderMode orders) {
        ReducedScenario program = new ReducedScenario(json, orders);
        ExhaustiveResult result = Exhaustive.explore(program, ExhaustiveLimits.DEFAULT);
        assertThat(result).as(json).isInstanceOf(ExhaustiveResult.AllClasses.class);
        return program.outcomes();
    }
}
