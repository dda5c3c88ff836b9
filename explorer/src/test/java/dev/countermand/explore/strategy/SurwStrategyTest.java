package dev.countermand.explore.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countermand.explore.kit.Interleaving;
import dev.countermand.explore.kit.Moment;
import dev.countermand.loop.schedule.ChoiceKind;
import dev.countermand.loop.schedule.RandomStrategy;
import dev.countermand.loop.schedule.Scheduler;
import dev.countermand.loop.schedule.Standing;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SurwStrategyTest {
    private static final int RUNS = 15_000;

    private static double chiSquare(Collection<Integer> counts, int cells) {
        double expected = RUNS / (double) cells;
        double sum = (cells - counts.size()) * expected;
        for (int count : counts) {
            sum += (count - expected) * (count - expected) / expected;
        }
        return sum;
    }

    /** Interleavings of two and four steps: 6! / (2! 4!) = 15. */
    @Test
    void everyInterleavingIsAsLikelyAsEveryOther() {
        SurwStrategy strategy = new SurwStrategy(SurwStrategy.Selection.ALL);
        for (int i = 0; i < 50; i++) {
            Interleaving.of(strategy, -1 - i, 2, 4);
        }
        Map<String, Integer> counts = Interleaving.counts(strategy, RUNS, 2, 4);
        assertThat(counts).hasSize(15);
        // The 99.9 % quantile of the distribution with 14 degrees of freedom is 36.1.
        assertThat(chiSquare(counts.values(), 15)).isLessThan(36.1);
    }

    @Test
    void anEvenWalkIsFarFromThat() {
        Map<String, Integer> counts = Interleaving.counts(new RandomStrategy(), RUNS, 2, 4);
        assertThat(chiSquare(counts.values(), 15)).isGreaterThan(1_000);
    }

    @Test
    void whenTwoTasksMatterAllInterleavingsAreStillPossible() {
        SurwStrategy strategy = new SurwStrategy(SurwStrategy.Selection.PAIRS);
        assertThat(Interleaving.counts(strategy, RUNS, 2, 2, 2)).hasSize(90);
    }

    @Test
    void aCancelIsPlacedEvenlyOverTheKnownPositions() {
        SurwStrategy strategy = new SurwStrategy(SurwStrategy.Selection.ALL);
        int[] cancels = new int[10];
        for (int seed = 0; seed < 11_000; seed++) {
            Scheduler scheduler = strategy.scheduler(seed);
            for (int moment = 0; moment < 10; moment++) {
                Moment cancel = Moment.ofCancel(Standing.WAITING);
                cancels[moment] += scheduler.choose(ChoiceKind.CANCEL, cancel, 2);
            }
            strategy.runEnded(10);
        }
        // One run in eleven has no cancel.
        assertThat(Arrays.stream(cancels).boxed()).allMatch(count -> count > 850 && count < 1_150);
    }
}
