package dev.countermand.loop.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.LinkedHashSet;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RandomStreamTest {
    private static final long ORDER_1 = 7689868600735628181L;
    private static final long FAULT_1 = 1058610300265392451L;
    private static final long DATA_1 = -9005994773816970332L;
    private static final long ORDER_MINUS_1 = -4467515600598040373L;
    private static final int[] DRAWN = {9, 4, 4, 7, 1, 9, 0, 3, 5, 9, 0, 1};

    /** The published output of SplitMix64, as its authors' C code and Rosetta Code give it. */
    @Test
    void theNumbersAreThoseOfSplitMix64() {
        RandomStream stream = new RandomStream(1234567);
        assertThat(stream.nextLong()).isEqualTo(6457827717110365317L);
        assertThat(stream.nextLong()).isEqualTo(3203168211198807973L);
        assertThat(stream.nextLong()).isEqualTo(Long.parseUnsignedLong("9817491932198370423"));
        assertThat(stream.nextLong()).isEqualTo(4593380528125082431L);
        assertThat(stream.nextLong()).isEqualTo(Long.parseUnsignedLong("16408922859458223821"));
        assertThat(new RandomStream(0).nextLong()).isEqualTo(0xE220A8397B1DCDAFL);
    }

    /** Recorded once and fixed for ever: every published seed of a failure depends on them. */
    @Test
    void theNamedStreamsOfASeedNeverChange() {
        assertThat(RandomStream.of(1, "order").nextLong()).isEqualTo(ORDER_1);
        assertThat(RandomStream.of(1, "fault").nextLong()).isEqualTo(FAULT_1);
        assertThat(RandomStream.of(1, "data").nextLong()).isEqualTo(DATA_1);
        assertThat(RandomStream.of(-1, "order").nextLong()).isEqualTo(ORDER_MINUS_1);
        RandomStream small = RandomStream.of(42, "order");
        int[] drawn = new int[12];
        for (int i = 0; i < drawn.length; i++) {
            drawn[i] = small.nextInt(10);
        }
        assertThat(drawn).containsExactly(DRAWN);
    }

    @Property(seed = "20261122")
    void aNumberLiesBelowItsBound(@ForAll long seed, @ForAll @IntRange(min = 1) int bound) {
        RandomStream stream = new RandomStream(seed);
        for (int i = 0; i < 20; i++) {
            assertThat(stream.nextInt(bound)).isBetween(0, bound - 1);
        }
    }

    @Property(tries = 20, seed = "20261122")
    void aBoundThatIsNotPositiveIsRefused(
            @ForAll long seed, @ForAll @IntRange(min = Integer.MIN_VALUE, max = 0) int bound) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RandomStream(seed).nextInt(bound))
                .withMessage("bound must be positive but is " + bound);
    }

    /**
     * Pearson's chi-squared over 2 to 60 cells. With a fixed seed this is a fixed number, so it
     * passes always or never; the limit is eight standard deviations above the mean.
     */
    @Property(tries = 60, seed = "20261122")
    void theNumbersAreSpreadEvenly(@ForAll @IntRange(min = 2, max = 60) int bound) {
        RandomStream stream = RandomStream.of(2026, "spread " + bound);
        int[] counts = new int[bound];
        int draws = 2_000 * bound;
        for (int i = 0; i < draws; i++) {
            counts[stream.nextInt(bound)]++;
        }
        double squares = 0;
        for (int count : counts) {
            squares += Math.pow(count - 2_000.0, 2) / 2_000;
        }
        int freedom = bound - 1;
        assertThat(squares).isLessThan(freedom + 8 * Math.sqrt(2.0 * freedom));
    }

    @Test
    void consecutiveSeedsGiveUnrelatedStreams() {
        Set<Integer> firsts = new LinkedHashSet<>();
        for (long seed = 0; seed < 1_000; seed++) {
            firsts.add(RandomStream.of(seed, "order").nextInt(1_000_000));
        }
        // Of 1000 draws from a million about half a pair are equal by chance.
        assertThat(firsts).hasSizeGreaterThan(990);
    }

    @Property(seed = "20261122")
    void streamsOfDifferentNamesDiffer(@ForAll long seed) {
        assertThat(RandomStream.of(seed, "order").nextLong())
                .isNotEqualTo(RandomStream.of(seed, "data").nextLong())
                .isNotEqualTo(RandomStream.of(seed, "orde").nextLong())
                .isNotEqualTo(RandomStream.of(seed, "redro").nextLong());
    }
}
