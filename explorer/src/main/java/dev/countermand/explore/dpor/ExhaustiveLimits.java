package dev.countermand.explore.dpor;

/**
 * How much an exhaustive exploration may take.
 *
 * @param runs how many runs at most
 * @param states how many different moments at most it remembers, each some 100 bytes
 */
public record ExhaustiveLimits(long runs, long states) {
    /** A million runs, and as many moments. */
    public static final ExhaustiveLimits DEFAULT = new ExhaustiveLimits(1_000_000, 1_000_000);

    /** Checks the numbers. */
    public ExhaustiveLimits {
        if (runs < 1 || states < 1) {
            throw new IllegalArgumentException("limits must be at least 1");
        }
    }
}
