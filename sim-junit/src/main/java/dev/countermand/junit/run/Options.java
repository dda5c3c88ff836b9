package dev.countermand.junit.run;

import dev.countermand.explore.search.SearchPlan;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * How a test is to be explored.
 *
 * @param plan which strategy decides which run
 * @param limits how long
 * @param replay the one schedule to run instead, null to search
 * @param places where traces go
 */
public record Options(
        SearchPlan plan, Limits limits, @Nullable Replay replay, Places places) {

    /**
     * How long a search goes on.
     *
     * @param schedules how many runs at most
     * @param seed the base seed
     * @param stop asked between runs; true ends the search
     */
    public record Limits(long schedules, long seed, BooleanSupplier stop) {}

    /**
     * The folders for traces.
     *
     * @param traces where the trace of each failure goes
     * @param kept where failures are kept to be tried first; null if nothing is kept there
     * @param saves whether new failures are kept
     */
    public record Places(Path traces, @Nullable Path kept, boolean saves) {}
}
