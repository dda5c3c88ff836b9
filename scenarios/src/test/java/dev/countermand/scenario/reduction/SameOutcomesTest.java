package dev.countermand.scenario.reduction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countermand.explore.dpor.Exhaustive;
import dev.countermand.explore.dpor.ExhaustiveLimits;
import dev.countermand.explore.dpor.ExhaustiveResult;
import dev.countermand.loop.AccessSink;
import dev.countermand.loop.Coroutine;
import dev.countermand.loop.Future;
import dev.countermand.loop.schedule.OrderMode;
import dev.countermand.loop.sync.Event;
import dev.countermand.loop.sync.Lock;
import dev.countermand.loop.sync.Queue;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The reduction leaves out runs, and no outcome. */
class SameOutcomesTest {
    private static final long SEED = 20261122;
    private static final int COMPARED = 300;
    private static final int MOST_RUNS = 500;

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
                Set<String> outcomes = reduced(json, orders, UnaryOperator.identity());
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

    /** Shows that the comparison can fail: it notices if the uses of one kind are not reported. */
    @ParameterizedTest
    @ValueSource(classes = {
        Object.class, ArrayList.class, Future.class, Coroutine.class, Lock.class, Event.class,
        Queue.class})
    void aKindOfUseThatIsNotReportedLosesOutcomes(Class<?> kind) {
        SmallPrograms programs = new SmallPrograms(SEED);
        for (int made = 0; made < 2 * COMPARED; made++) {
            String json = programs.next();
            ReducedScenario plain = new ReducedScenario(json, OrderMode.ADVERSARIAL);
            if (new PlainSearch().makesAllRunsOf(plain, MOST_RUNS)
                    && !reduced(json, OrderMode.ADVERSARIAL, sink -> deafTo(kind, sink))
                            .containsAll(plain.outcomes())) {
                return;
            }
        }
        assertThat(kind).as("noticed by no program").isNull();
    }

    /** Shared variables report as plain objects, everything else as itself. */
    private static AccessSink deafTo(Class<?> kind, AccessSink sink) {
        return new DeafTo(object -> kind == Object.class
                ? object.getClass() == Object.class
                : kind.isInstance(object), sink);
    }

    private static Set<String> reduced(
            String json, OrderMode orders, UnaryOperator<AccessSink> ear) {
        ReducedScenario program = new ReducedScenario(json, orders, ear);
        ExhaustiveResult result = Exhaustive.explore(program, ExhaustiveLimits.DEFAULT);
        assertThat(result).as(json).isInstanceOf(ExhaustiveResult.AllClasses.class);
        return program.outcomes();
    }
}
