package dev.countermand.explore.search;

import java.util.function.BooleanSupplier;

/**
 * How long a search goes on, and on how many threads.
 *
 * @param runs how many runs to make at most
 * @param seed the base seed, from which every run's own is derived
 * @param workers how many threads work on it; the result is the same for any number
 * @param stop asked between runs: true ends the search early, with what is known by then
 */
public record SearchLimits(long runs, long seed, int workers, BooleanSupplier stop) {
    /** Checks the numbers. */
    public SearchLimits {
        if (runs < 1 || workers < 1) {
            throw new IllegalArgumentException("a search needs at least one run and one worker");
        }
    }

    /** So many runs on this thread. */
    public static SearchLimits of(long runs, long seed) {
        return new SearchLimits(runs, seed, 1, () -> false);
    }
}
