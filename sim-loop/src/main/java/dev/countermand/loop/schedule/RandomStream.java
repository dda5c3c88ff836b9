package dev.countermand.loop.schedule;

/**
 * A stream of random numbers that is the same for the same seed on every JDK.
 *
 * <p>The generator is SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number
 * generators", OOPSLA 2014). It is written out here because the JDK promises the sequence of its
 * own generators for some methods only.
 */
public final class RandomStream {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private long state;

    /** Starts a stream at a seed. */
    public RandomStream(long seed) {
        state = seed;
    }

    /** The stream of a given name for a seed: streams of different names are unrelated. */
    public static RandomStream of(long seed, String name) {
        long mixed = mix(seed + GOLDEN_GAMMA);
        for (int i = 0; i < name.length(); i++) {
            mixed = mix(mixed + GOLDEN_GAMMA * (name.charAt(i) + 1));
        }
        return new RandomStream(mixed);
    }

    /** The next 64 random bits. */
    public long nextLong() {
        state += GOLDEN_GAMMA;
        return mix(state);
    }

    /**
     * The next number from 0 to {@code bound - 1}, evenly but for a bias below bound / 2^32.
     *
     * @throws IllegalArgumentException if bound is not positive
     */
    public int nextInt(int bound) {
        if (bound <= 0) {
            throw new IllegalArgumentException("bound must be positive but is " + bound);
        }
        return (int) (((nextLong() >>> 32) * bound) >>> 32);
    }

    private static long mix(long bits) {
        bits = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        bits = (bits ^ (bits >>> 27)) * 0x94D049BB133111EBL;
        return bits ^ (bits >>> 31);
    }
}
