package dev.countermand.explore.statistics;

import java.util.Arrays;

/**
 * How many different orders the runs of a search had, in memory that does not grow.
 *
 * <p>Up to a number of orders the count is exact. Beyond it only orders whose hash begins with
 * enough zeros are kept, and the counts are scaled up: the distinct sampling of Gibbons, "Distinct
 * sampling for highly-accurate answers to distinct values queries", VLDB 2001. Samples of parts of
 * a search can be put together, and the result does not depend on how the parts were cut.
 */
public final class DistinctOrders {
    private static final int CAPACITY = 1 << 15;
    private static final int MOST_KEPT = CAPACITY / 2;
    private static final long MIX = 0x9E3779B97F4A7C15L;

    /** Hashes of orders; 0 is an empty place, which the one order with hash 0 shares with 1. */
    private final long[] hashes = new long[CAPACITY];

    /** Whether an order was seen more than once. */
    private final boolean[] again = new boolean[CAPACITY];

    private int kept;
    private int level;
    private long runs;

    /** Notes a run with an order of this hash. */
    public void add(long orderHash) {
        runs++;
        note(mix(orderHash), false);
    }

    /** Notes everything that another part of the search has seen. */
    public void addAll(DistinctOrders other) {
        runs += other.runs;
        while (level < other.level) {
            raiseLevel();
        }
        for (int i = 0; i < CAPACITY; i++) {
            if (other.hashes[i] != 0) {
                note(other.hashes[i], other.again[i]);
            }
        }
    }

    private void note(long hash, boolean seenAgain) {
        if (!isKept(hash)) {
            return;
        }
        int place = place(hash);
        if (hashes[place] == hash) {
            again[place] = true;
            return;
        }
        hashes[place] = hash;
        again[place] = seenAgain;
        kept++;
        while (kept > MOST_KEPT) {
            raiseLevel();
        }
    }

    private boolean isKept(long hash) {
        return level == 0 || hash >>> (Long.SIZE - level) == 0;
    }

    private int place(long hash) {
        int place = (int) hash & (CAPACITY - 1);
        while (hashes[place] != 0 && hashes[place] != hash) {
            place = (place + 1) & (CAPACITY - 1);
        }
        return place;
    }

    private void raiseLevel() {
        level++;
        long[] oldHashes = hashes.clone();
        boolean[] oldAgain = again.clone();
        Arrays.fill(hashes, 0);
        kept = 0;
        for (int i = 0; i < CAPACITY; i++) {
            if (oldHashes[i] != 0 && isKept(oldHashes[i])) {
                int place = place(oldHashes[i]);
                hashes[place] = oldHashes[i];
                again[place] = oldAgain[i];
                kept++;
            }
        }
    }

    private static long mix(long value) {
        long bits = value + MIX;
        bits = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        bits = (bits ^ (bits >>> 27)) * 0x94D049BB133111EBL;
        bits ^= bits >>> 31;
        return bits == 0 ? 1 : bits;
    }

    /** How many runs were noted. */
    public long runs() {
        return runs;
    }

    /** How many different orders there were; exact if {@link #isExact}, else an estimate. */
    public long distinct() {
        return (long) kept << level;
    }

    /** Whether the counts are exact. */
    public boolean isExact() {
        return level == 0;
    }

    /** How many orders were seen exactly once; exact if {@link #isExact}, else an estimate. */
    public long seenOnce() {
        long once = 0;
        for (int i = 0; i < CAPACITY; i++) {
            if (hashes[i] != 0 && !again[i]) {
                once++;
            }
        }
        return once << level;
    }

    /**
     * The probability that the next run has an order not seen before: the estimate of Good, "The
     * population frequencies of species and the estimation of population parameters", Biometrika 40
     * (1953), which he ascribes to Turing. It holds for runs that are drawn independently. 1
     * without any run.
     */
    public double unseenMass() {
        return runs == 0 ? 1 : Math.min(1, (double) seenOnce() / runs);
    }
}
