package dev.countermand.report;

/**
 * What shrinking did to a failing run.
 *
 * @param before the run that was found
 * @param after the run that is shown
 * @param replays how often that was made again and gave the same trace; 0 if it was not tried
 */
public record Shrinkage(Extent before, Extent after, int replays) {
    /**
     * How much there is to read of a run.
     *
     * @param steps its loop steps
     * @param departures how many of its choices depart from asyncio's
     */
    public record Extent(long steps, int departures) {}
}
