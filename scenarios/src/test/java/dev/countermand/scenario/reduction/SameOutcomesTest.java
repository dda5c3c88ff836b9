package dev.countermand.scenario.reduction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countermand.explore.dpor.Exhaustive;
import dev.countermand.explore.dpor.ExhaustiveLimits;
import dev.countermand.explore.dpor.ExhaustiveResult;
import dev.countermand.loop.AccessSink;
import dev.countermand.loop.Coroutine;
import dev.countermand.loop.Future;
import dev.countermand.loop.PythonVersion;
import dev.countermand.loop.Simulation.Interruption;
import dev.countermand.loop.oracle.OracleSet;
import dev.countermand.loop.schedule.OrderMode;
import dev.countermand.loop.sync.Lock;
import dev.countermand.loop.sync.Queue;
import dev.countermand.scenario.run.RunOptions;
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
    private static final int MOST_PROGRAMS = 5_000;
    private static final int MOST_RUNS = 500;

    /** Under what the programs run. */
    private enum Setting {
        LEGAL(RunOptions.DEFAULT, 300),
        ADVERSARIAL(RunOptions.DEFAULT.withOrders(OrderMode.ADVERSARIAL), 300),
        OLD(RunOptions.DEFAULT.withPython(PythonVersion.PYTHON_3_12), 300),
        WITH_INTERRUPTS(RunOptions.DEFAULT.withInterruption(Interruption.BETWEEN_STEPS), 25),
        WITH_ALL_ORACLES(RunOptions.DEFAULT.withOrders(OrderMode.ADVERSARIAL)
                .withOracles(OracleSet.ALL), 300);

        private final RunOptions options;

        /** How many programs are compared; those with SIGINTs have many runs each. */
        private final int compared;

        Setting(RunOptions options, int compared) {
            this.options = options;
            this.compared = compared;
        }
    }

    @ParameterizedTest
    @EnumSource(Setting.class)
    void classesHaveAllOutcomesOfAllRuns(Setting setting) {
        RunOptions options = setting.options;
        SmallPrograms programs = new SmallPrograms(SEED);
        List<String> differing = new ArrayList<>();
        int compared = 0;
        int varied = 0;
        while (compared < setting.compared) {
            String json = programs.next();
            ReducedScenario plain = new ReducedScenario(json, options, UnaryOperator.identity());
            if (new PlainSearch().makesAllRunsOf(plain, MOST_RUNS)) {
                Set<String> outcomes = reduced(json, options, UnaryOperator.identity());
                if (!outcomes.equals(plain.outcomes())) {
                    differing.add(json + "\n" + outcomes + "\nbut for\n" + plain.outcomes());
                }
                compared++;
                varied += plain.outcomes().size() > 1 ? 1 : 0;
            }
        }
        assertThat(differing).isEmpty();
        assertThat(varied).isGreaterThan(setting.compared / 4);
    }

    /** Shows that the comparison can fail: it notices if the uses of one kind are not reported. */
    @ParameterizedTest
    @ValueSource(classes = {
        Object.class, ArrayList.class, Future.class, Coroutine.class, Lock.class, Queue.class})
    void aKindOfUseThatIsNotReportedLosesOutcomes(Class<?> kind) {
        SmallPrograms programs = new SmallPrograms(SEED);
        for (int made = 0; made < MOST_PROGRAMS; made++) {
            String json = programs.next();
            ReducedScenario plain = new ReducedScenario(json, OrderMode.ADVERSARIAL);
            if (new PlainSearch().makesAllRunsOf(plain, MOST_RUNS)
                    && !reduced(json, Setting.ADVERSARIAL.options, sink -> deafTo(kind, sink))
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
            String json, RunOptions options, UnaryOperator<AccessSink> ear) {
        ReducedScenario program = new ReducedScenario(json, options, ear);
        ExhaustiveResult result = Exhaustive.explore(program, ExhaustiveLimits.DEFAULT);
        assertThat(result).as(json).isInstanceOf(ExhaustiveResult.AllClasses.class);
        return program.outcomes();
    }
}
