package dev.countermand.explore.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.countermand.explore.kit.Interleaving;
import dev.countermand.explore.kit.Moment;
import dev.countermand.loop.schedule.ChoiceKind;
import dev.countermand.loop.schedule.Scheduler;
import dev.countermand.loop.schedule.Standing;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class PctStrategyTest {
    private static final int RUNS = 20_000;

    /** What sampling may take away from a probability: five standard deviations. */
    private static double leastShare(double probability) {
        return probability - 5 * Math.sqrt(probability * (1 - probability) / RUNS);
    }

    private static double share(Map<String, Integer> counts, Predicate<String> isMet) {
        return counts.entrySet().stream()
                .filter(entry -> isMet.test(entry.getKey()))
                .mapToInt(Map.Entry::getValue)
                .sum() / (double) RUNS;
    }

    @Test
    void aBugOfDepthOneIsMetOnceInAsManyRunsAsThereAreTasks() {
        Map<String, Integer> counts = Interleaving.counts(new PctStrategy(1), RUNS, 3, 3, 3, 3);
        assertThat(share(counts, made -> made.startsWith("4"))).isGreaterThan(leastShare(1.0 / 4));
        assertThat(counts).hasSize(24);
    }

    @Test
    void aBugOfDepthTwoIsMetWithThePromisedProbability() {
        Map<String, Integer> counts = Interleaving.counts(new PctStrategy(2), RUNS, 4, 4, 4);
        // Task 2 rests after its third step until task 1, which has not begun, has ended.
        assertThat(share(counts, made -> made.replace("3", "").equals("22211112")))
                .isGreaterThan(leastShare(1.0 / (3 * 12)));
    }

    @Test
    void aBugOfDepthThreeIsMetWithThePromisedProbability() {
        Map<String, Integer> counts = Interleaving.counts(new PctStrategy(3), RUNS, 4, 4);
        // Task 1 rests after two steps, and task 2 in turn after three.
        assertThat(share(counts, "11222112"::equals))
                .isGreaterThan(leastShare(1.0 / (2 * 8 * 8)));
    }

    @Test
    void aChangeThatMeetsAFaultIsACancelAndThereAreNoMore() {
        PctStrategy strategy = new PctStrategy(3);
        Set<Integer> cancelledAt = new LinkedHashSet<>();
        for (int seed = 0; seed < 500; seed++) {
            Scheduler scheduler = strategy.scheduler(seed);
            int cancels = 0;
            for (int moment = 0; moment < 10; moment++) {
                Moment cancel = Moment.ofCancel(Standing.WAITING);
                if (scheduler.choose(ChoiceKind.CANCEL, cancel, 2) == 1) {
                    cancelledAt.add(moment);
                    cancels++;
                }
            }
            strategy.runEnded(10);
            assertThat(cancels).isLessThanOrEqualTo(2);
        }
        assertThat(cancelledAt).hasSize(10);
    }

    @Test
    void aDepthIsAtLeastOne() {
        assertThatIllegalArgumentException().isThrownBy(() -> new PctStrategy(0));
    }
}
