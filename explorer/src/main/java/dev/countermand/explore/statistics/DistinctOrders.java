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
    private static final int OFTEN = 3;
    private static final long MIX = 0x9E3779B97F4A7C15L;

    /** Hashes of orders; 0 is an empty place, which the one order with hash 0 shares with 1. */
    private final long[] hashes = new long[CAPACITY];

    /** How often an order was seen; everything beyond {@link #OFTEN} counts as that. */
    private final byte[] seen = new byte[CAPACITY];

    /** The lowest number of a run with the order. */
    private final long[] first = new long[CAPACITY];

    private int kept;
    private int level;
    private long runs;

    /**
     * Notes a run.
     *
     * @param orderHash the hash of its order
     * @param number its number in the search
     */
    public void add(long orderHash, long number) {
        runs++;
        note(mix(orderHash), 1, number);
    }

    /** Notes everything that another part of the search has seen. */
    public void addAll(DistinctOrders other) {
        runs += other.runs;
        while (level < other.level) {
            raiseLevel();
        }
        for (int i = 0; i < CAPACITY; i++) {
            if (other.hashes[i] != 0) {
                note(other.hashes[i], other.seen[i], other.first[i]);
            }
        }
    }

    private void note(long hash, int times, long number) {
        if (!isKept(hash)) {
            return;
        }
        int place = place(hash);
        if (hashes[place] == hash) {
            seen[place] = (byte) Math.min(OFTEN, seen[place] + times);
            first[place] = Math.min(first[place], number);
            return;
        }
        hashes[place] = hash;
        seen[place] = (byte) times;
        first[place] = number;
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
        byte[] oldSeen = seen.clone();
        long[] oldFirst = first.clone();
        Arrays.fill(hashes, 0);
        kept = 0;
        for (int i = 0; i < CAPACITY; i++) {
            if (oldHashes[i] != 0 && isKept(oldHashes[i])) {
                int place = place(oldHashes[i]);
                hashes[place] = oldHashes[i];
                seen[place] = oldSeen[i];
                first[place] = oldFirst[i];
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
        return seenTimes(1);
    }

    /** How many orders were seen exactly twice; exact if {@link #isExact}, else an estimate. */
    public long seenTwice() {
        return seenTimes(2);
    }

    private long seenTimes(int times) {
        long count = 0;
        for (int i = 0; i < CAPACITY; i++) {
            if (hashes[i] != 0 && seen[i] == times) {
                count++;
            }
        }
        return count << level;
    }

    /**
     * The lowest run numbers of the orders, ascending: of all of them if {@link #isExact}, else of
     * an even sample, each of which then stands for {@link #ordersEach} orders.
     */
    public long[] firstNumbers() {
        long[] numbers = new long[kept];
        int count = 0;
        for (int i = 0; i < CAPACITY; i++) {
            if (hashes[i] != 0) {
                numbers[count++] = first[i];
            }
        }
        Arrays.sort(numbers);
        return numbers;
    }

    /** How many orders one of {@link #firstNumbers} stands for. */
    public long ordersEach() {
        return 1L << level;
    }

    /**
     * How many orders at least were never seen, if every run draws from the same orders: the bound
     * of Chao, "Nonparametric estimation of the number of classes in a population", Scandinavian
     * Journal of Statistics 11 (1984), in the form that is also defined when no order was seen
     * twice.
     */
    public double unseenOrders() {
        double once = seenOnce();
        return once * Math.max(0, once - 1) / (2 * (seenTwice() + 1.0));
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
