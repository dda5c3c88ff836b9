package dev.countermand.explore.statistics;

import dev.countermand.explore.search.SearchFacts;
import java.util.List;

/**
 * What one strategy contributed to a survey.
 *
 * @param strategy its name
 * @param facts what its runs were like
 * @param failures in which ways they failed, the earliest first
 * @param orders the different orders of its runs
 * @param firstSeen how many orders it was the first to see; an estimate if the orders of the survey
 *     are
 */
public record StrategyShare(
        String strategy,
        SearchFacts facts,
        List<FailureCount> failures,
        DistinctOrders orders,
        long firstSeen) {
    /** Copies the list. */
    public StrategyShare {
        failures = List.copyOf(failures);
    }

    /** How many of its runs failed, in any way. */
    public long failed() {
        return failures.stream().mapToLong(FailureCount::failed).sum();
    }
}
