package dev.countermand.explore.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.countermand.loop.schedule.RandomStream;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class DistinctOrdersTest {
    @Property(tries = 100, seed = "20261122")
    void fewOrdersAreCountedExactly(
            @ForAll @IntRange(min = 0, max = 500) int once,
            @ForAll @IntRange(min = 0, max = 500) int twice) {
        DistinctOrders orders = new DistinctOrders();
        for (int i = 0; i < once + twice; i++) {
            orders.add(i, i);
        }
        for (int i = once; i < once + twice; i++) {
            orders.add(i, i);
        }
        assertThat(orders.isExact()).isTrue();
        assertThat(orders.distinct()).isEqualTo(once + twice);
        assertThat(orders.seenOnce()).isEqualTo(once);
        assertThat(orders.runs()).isEqualTo(once + 2L * twice);
    }

    @Test
    void manyOrdersAreEstimatedWithinAFewPercentInTheSameMemory() {
        DistinctOrders orders = new DistinctOrders();
        for (int i = 0; i < 1_000_000; i++) {
            orders.add(i, i);
        }
        assertThat(orders.isExact()).isFalse();
        assertThat(orders.distinct()).isCloseTo(1_000_000, Percentage.withPercentage(4));
        assertThat(orders.unseenMass()).isCloseTo(1, within(0.05));
    }

    @Property(tries = 20, seed = "20261122")
    void partsPutTogetherAreTheWhole(@ForAll long seed, @ForAll @IntRange(max = 100_000) int cut) {
        RandomStream random = new RandomStream(seed);
        DistinctOrders whole = new DistinctOrders();
        DistinctOrders first = new DistinctOrders();
        DistinctOrders second = new DistinctOrders();
        for (int i = 0; i < 100_000; i++) {
            long order = random.nextInt(60_000);
            whole.add(order, i);
            (i < cut ? first : second).add(order, i);
        }
        first.addAll(second);
        assertThat(first.distinct()).isEqualTo(whole.distinct());
        assertThat(first.seenOnce()).isEqualTo(whole.seenOnce());
        assertThat(first.seenTwice()).isEqualTo(whole.seenTwice());
        assertThat(first.firstNumbers()).isEqualTo(whole.firstNumbers());
        assertThat(first.runs()).isEqualTo(whole.runs());
    }

    /** Of 100 equally likely orders, after 100 draws the unseen mass is 0.99^100, about 0.366. */
    @Test
    void theUnseenMassIsEstimatedWithoutBias() {
        double sum = 0;
        for (int round = 0; round < 400; round++) {
            RandomStream random = new RandomStream(round);
            DistinctOrders orders = new DistinctOrders();
            for (int i = 0; i < 100; i++) {
                orders.add(random.nextInt(100), i);
            }
            sum += orders.unseenMass();
        }
        assertThat(sum / 400).isCloseTo(Math.pow(0.99, 100), within(0.01));
    }

    @Property(tries = 100, seed = "20261122")
    void theCurveOfDistinctOrdersIsThatOfASet(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 300) int different) {
        RandomStream random = new RandomStream(seed);
        DistinctOrders orders = new DistinctOrders();
        Map<Integer, Long> first = new TreeMap<>();
        Map<Integer, Integer> times = new TreeMap<>();
        for (long number = 0; number < 400; number++) {
            int order = random.nextInt(different);
            orders.add(order, number);
            first.putIfAbsent(order, number);
            times.merge(order, 1, Integer::sum);
        }
        assertThat(orders.firstNumbers())
                .containsExactly(first.values().stream().sorted().toArray(Long[]::new));
        assertThat(orders.seenTwice())
                .isEqualTo(times.values().stream().filter(count -> count == 2).count());
    }

    /** Of 200 equally likely orders about 122 are seen in 190 draws; Chao's bound is near. */
    @Test
    void theBoundOnUnseenOrdersIsNearTheTruthWhenAllAreEquallyLikely() {
        double sum = 0;
        for (int round = 0; round < 400; round++) {
            RandomStream random = new RandomStream(round);
            DistinctOrders orders = new DistinctOrders();
            for (int i = 0; i < 190; i++) {
                orders.add(random.nextInt(200), i);
            }
            sum += orders.distinct() + orders.unseenOrders();
        }
        assertThat(sum / 400).isCloseTo(200, within(8.0));
    }

    @Test
    void withoutARunEverythingIsUnseen() {
        assertThat(new DistinctOrders().unseenMass()).isEqualTo(1);
    }
}
