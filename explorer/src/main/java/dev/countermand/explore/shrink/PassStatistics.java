package dev.countermand.explore.shrink;

/**
 * What a pass did, over all its turns.
 *
 * @param name what it is called
 * @param runs how many runs it took
 * @param steps how many loop steps those took
 * @param improvements how many of them were smaller than the best before
 */
public record PassStatistics(String name, long runs, long steps, int improvements) {
    /** These and those of another turn. */
    PassStatistics plus(PassStatistics more) {
        return new PassStatistics(name, runs + more.runs, steps + more.steps,
                improvements + more.improvements);
    }
}
