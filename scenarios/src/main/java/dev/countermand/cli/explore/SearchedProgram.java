package dev.countermand.cli.explore;

import dev.countermand.explore.Program;
import dev.countermand.explore.search.Search;
import dev.countermand.explore.search.SearchLimits;
import dev.countermand.explore.search.SearchPlan;
import dev.countermand.explore.search.SearchResult;
import dev.countermand.explore.statistics.CancelCoverage;
import dev.countermand.explore.statistics.DistinctOrders;
import dev.countermand.explore.statistics.SampledRuns;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A program whose search is over, with what its runs were like.
 *
 * @param result how the search ended
 * @param orders the different orders of its runs
 * @param coverage which awaits were cancelled in the runs that were made again
 * @param repeated how many runs were made again
 * @param difference the first run that came out differently when it was made again; empty if all
 *     were the same
 */
public record SearchedProgram(
        SearchResult result,
        DistinctOrders orders,
        CancelCoverage coverage,
        long repeated,
        Optional<String> difference) {

    /** Searches a program, then makes a sample of the runs again. */
    public static SearchedProgram search(
            Program program, SearchPlan plan, SearchLimits limits, Search.Progress progress) {
        List<SampledRuns> lanes = new ArrayList<>();
        Search search = new Search(program, plan, limits, lane -> {
            lanes.add(new SampledRuns(new DistinctOrders()));
            return lanes.get(lane);
        });
        SearchResult result = search.run(progress);
        DistinctOrders orders = new DistinctOrders();
        CancelCoverage coverage = new CancelCoverage();
        Optional<String> difference = Optional.empty();
        long repeated = 0;
        for (SampledRuns lane : lanes) {
            orders.addAll(lane.orders());
            if (difference.isEmpty()) {
                difference = lane.repeat(program, coverage);
            }
            repeated += lane.size();
        }
        return new SearchedProgram(result, orders, coverage, repeated, difference);
    }
}
