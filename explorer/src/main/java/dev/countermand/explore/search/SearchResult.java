package dev.countermand.explore.search;

import dev.countermand.explore.RunOutcome;
import dev.countermand.explore.Schedule;
import dev.countermand.explore.RunOrigin;
import org.jspecify.annotations.Nullable;

/**
 * How a search ended.
 *
 * @param facts what its runs were like
 * @param ending why it ended
 * @param found the failing run; null unless the ending is {@link Ending#FOUND}
 */
public record SearchResult(SearchFacts facts, Ending ending, @Nullable FoundRun found) {

    /** Why a search ended. */
    public enum Ending {
        /** A run violated something. */
        FOUND,
        /** As many runs as allowed were made, and none failed. */
        LIMIT,
        /** No strategy had anything left to try, and no run failed. */
        EXHAUSTED,
        /** It was told to stop, and no run had failed by then. */
        STOPPED
    }

    /**
     * A run that failed.
     *
     * @param number how many runs there were up to it, itself among them
     * @param origin its seed and the strategy that decided it
     * @param schedule how it departs from CPython's
     * @param outcome what came of it
     */
    public record FoundRun(
            long number, RunOrigin origin, Schedule schedule, RunOutcome outcome) {
        FoundRun withNumber(long counted) {
            return new FoundRun(counted, origin, schedule, outcome);
        }
    }
}
