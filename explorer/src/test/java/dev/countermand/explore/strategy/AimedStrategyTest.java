package dev.countermand.explore.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countermand.explore.kit.Moment;
import dev.countermand.loop.schedule.Alternatives;
import dev.countermand.loop.schedule.ChoiceKind;
import dev.countermand.loop.schedule.RandomStream;
import dev.countermand.loop.schedule.Scheduler;
import dev.countermand.loop.schedule.Standing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AimedStrategyTest {
    private static final List<Standing> LIFE = List.of(Standing.NEW, Standing.WAITING,
            Standing.WOKEN, Standing.WOKEN, Standing.WAITING, Standing.WOKEN);

    /** The moment of a task's life at which it is cancelled; its length if it never is. */
    private static int cancelledAt(AimedStrategy strategy, long seed) {
        Scheduler scheduler = strategy.scheduler(seed);
        int at = LIFE.size();
        for (int i = 0; i < LIFE.size(); i++) {
            if (scheduler.choose(ChoiceKind.CANCEL, Moment.ofCancel(LIFE.get(i)), 2) == 1) {
                assertThat(at).as("cancelled twice").isEqualTo(LIFE.size());
                at = i;
            }
        }
        strategy.runEnded(LIFE.size());
        return at;
    }

    @Test
    void theFirstRunCancelsWhoWasWokenTheSecondWhoWaitsTheThirdWhoWasWokenNext() {
        AimedStrategy strategy = new AimedStrategy(AimedStrategy.Start.AT_EXTREMES);
        assertThat(List.of(cancelledAt(strategy, 1), cancelledAt(strategy, 2),
                cancelledAt(strategy, 3))).containsExactly(2, 1, 3);
    }

    @Test
    void inTheLongRunItCancelsEverywhereAndNowhereMostlyWhoWasWoken() {
        AimedStrategy strategy = new AimedStrategy(AimedStrategy.Start.AT_RANDOM);
        int[] counts = new int[LIFE.size() + 1];
        for (int seed = 0; seed < 2_000; seed++) {
            counts[cancelledAt(strategy, seed)]++;
        }
        assertThat(Arrays.stream(counts).boxed()).allMatch(count -> count > 0);
        assertThat(counts[2] + counts[3] + counts[5]).isGreaterThan(2 * counts[0]);
    }

    @Test
    void theFirstRunTakesTheLastValuesTheSecondFirstAndLastOnes() {
        AimedStrategy strategy = new AimedStrategy(AimedStrategy.Start.AT_EXTREMES);
        assertThat(values(strategy, 1)).containsExactly(2, 2, 2, 2);
        assertThat(values(strategy, 2)).containsExactly(0, 2, 0, 2);
    }

    private static List<Integer> values(AimedStrategy strategy, long seed) {
        Scheduler scheduler = strategy.scheduler(seed);
        List<Integer> values = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            values.add(scheduler.choose(ChoiceKind.CHOOSE, Alternatives.numbered("x"), 3));
        }
        strategy.runEnded(1);
        return values;
    }

    @Test
    void everyPlaceGoesThroughAllItsValuesBeforeAnyComesAgain() {
        ValueSampler sampler = new ValueSampler(ValueSampler.Start.AT_RANDOM);
        Set<List<Integer>> pairs = new LinkedHashSet<>();
        for (int round = 0; round < 50; round++) {
            Set<Integer> first = new LinkedHashSet<>();
            Set<Integer> second = new LinkedHashSet<>();
            for (int i = 0; i < 3; i++) {
                sampler.startRun(new RandomStream(3L * round + i));
                int one = sampler.next(3);
                int other = sampler.next(3);
                first.add(one);
                second.add(other);
                pairs.add(List.of(one, other));
            }
            assertThat(first).hasSize(3);
            assertThat(second).hasSize(3);
        }
        assertThat(pairs).hasSize(9);
    }
}
