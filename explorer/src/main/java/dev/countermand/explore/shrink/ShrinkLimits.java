package dev.countermand.explore.shrink;

/**
 * How much work shrinking may take. It is counted, never timed, so that the result is the same on
 * every machine.
 *
 * @param runs how many runs at most
 * @param steps after how many loop steps, over all runs, no further run begins
 */
public record ShrinkLimits(long runs, long steps) {
    /** Enough for runs of some hundred steps; under a second for those of the library. */
    public static final ShrinkLimits DEFAULT = new ShrinkLimits(50_000, 2_000_000);

    /** Checks the numbers. */
    public ShrinkLimits {
        if (runs < 1 || steps < 1) {
            throw new IllegalArgumentException("shrinking needs at least one run and one step, but"
                    + " may take " + runs + " and " + steps);
        }
    }
}
