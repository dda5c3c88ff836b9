package dev.countermand.explore.statistics;

import dev.countermand.explore.FailureKey;
import dev.countermand.explore.Program;
import dev.countermand.explore.search.Search;
import dev.countermand.explore.search.SearchFacts;
import dev.countermand.explore.search.SearchLimits;
import dev.countermand.explore.search.SearchPlan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A search that does not stop at a failure, to see what it would do with more runs: how often it
 * fails, what each strategy contributes, and whether new orders still come.
 *
 * <p>It makes the runs that a search with the same seed makes, in the same order, and is the same
 * for any number of workers.
 */
public final class Survey {
    /** On how many numbers of runs, at most, the curve of distinct orders is told. */
    private static final int CURVE_POINTS = 200;

    private final SearchPlan plan;
    private final List<SurveyedLane> lanes;
    private final DistinctOrders orders = new DistinctOrders();
    private final CancelCoverage coverage = new CancelCoverage();
    private long repeated;
    private Optional<String> difference = Optional.empty();

    private Survey(SearchPlan plan, List<SurveyedLane> lanes) {
        this.plan = plan;
        this.lanes = lanes;
    }

    /** Makes all runs that the limits allow, then a sample of them again. */
    public static Survey of(
            Program program, SearchPlan plan, SearchLimits limits, Search.Progress progress) {
        List<SurveyedLane> lanes = new ArrayList<>();
        Search search = new Search(program, plan, limits, lane -> {
            lanes.add(new SurveyedLane());
            return lanes.get(lane);
        });
        search.runAll(progress);
        Survey survey = new Survey(plan, lanes);
        for (SurveyedLane lane : lanes) {
            survey.orders.addAll(lane.sample().orders());
            if (survey.difference.isEmpty()) {
                survey.difference = lane.sample().repeat(program, survey.coverage);
            }
            survey.repeated += lane.sample().size();
        }
        return survey;
    }

    /**
     * A point of the curve of distinct orders.
     *
     * @param runs how many runs
     * @param distinct how many orders they had; an estimate if the orders of the survey are
     */
    public record Point(long runs, long distinct) {}

    /** What all runs were like. */
    public SearchFacts facts() {
        return lanes.stream().map(SurveyedLane::facts).reduce(SearchFacts.NONE, SearchFacts::plus);
    }

    /** The different orders of all runs. */
    public DistinctOrders orders() {
        return orders;
    }

    /** Which awaits were cancelled in the runs that were made again. */
    public CancelCoverage coverage() {
        return coverage;
    }

    /** How many runs were made again. */
    public long repeated() {
        return repeated;
    }

    /** The first run that came out differently when it was made again; empty if none did. */
    public Optional<String> difference() {
        return difference;
    }

    /** In which ways runs failed, the earliest first. */
    public List<FailureCount> failures() {
        return failures(lanes);
    }

    /** How many runs were made up to the one of a number, itself among them. */
    public long runsUpTo(long number) {
        return plan.runsUpTo(number, laneRuns());
    }

    /** What each strategy contributed, in the plan's order; lanes of one strategy are one. */
    public List<StrategyShare> shares() {
        Map<String, List<Integer>> byStrategy = new LinkedHashMap<>();
        for (int lane = 0; lane < lanes.size(); lane++) {
            byStrategy.computeIfAbsent(plan.strategyOf(lane), name -> new ArrayList<>()).add(lane);
        }
        long[] firstSeen = new long[lanes.size()];
        for (long number : orders.firstNumbers()) {
            firstSeen[plan.laneOf(number)] += orders.ordersEach();
        }
        List<StrategyShare> shares = new ArrayList<>();
        byStrategy.forEach((name, own) -> shares.add(share(name, own, firstSeen)));
        return shares;
    }

    private StrategyShare share(String name, List<Integer> own, long[] firstSeen) {
        SearchFacts facts = SearchFacts.NONE;
        DistinctOrders seen = new DistinctOrders();
        long first = 0;
        for (int lane : own) {
            facts = facts.plus(lanes.get(lane).facts());
            seen.addAll(lanes.get(lane).sample().orders());
            first += firstSeen[lane];
        }
        return new StrategyShare(
                name, facts, failures(own.stream().map(lanes::get).toList()), seen, first);
    }

    private static List<FailureCount> failures(Collection<SurveyedLane> lanes) {
        Map<FailureKey, FailureCount> all = new LinkedHashMap<>();
        for (SurveyedLane lane : lanes) {
            lane.failures().forEach((key, count) -> all.merge(key, count, FailureCount::plus));
        }
        return all.values().stream()
                .sorted(Comparator.comparingLong(FailureCount::first)).toList();
    }

    /** How many distinct orders the first runs had: the first run, all runs, and some between. */
    public List<Point> curve() {
        long total = facts().runs();
        if (total == 0) {
            return List.of();
        }
        long[] laneRuns = laneRuns();
        long[] firsts = orders.firstNumbers();
        long last = lastNumber(total, laneRuns);
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < CURVE_POINTS; i++) {
            long number = last * i / (CURVE_POINTS - 1);
            long runs = plan.runsUpTo(number, laneRuns);
            int place = Arrays.binarySearch(firsts, number);
            long distinct = (place < 0 ? -place - 1 : place + 1) * orders.ordersEach();
            if (points.isEmpty() || points.get(points.size() - 1).runs() < runs) {
                points.add(new Point(runs, distinct));
            }
        }
        return points;
    }

    /** The lowest number up to which all runs were made. */
    private long lastNumber(long total, long[] laneRuns) {
        long low = 0;
        long high = total;
        while (plan.runsUpTo(high, laneRuns) < total) {
            high *= 2;
        }
        while (low < high) {
            long middle = (low + high) >>> 1;
            if (plan.runsUpTo(middle, laneRuns) < total) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private long[] laneRuns() {
        return lanes.stream().mapToLong(lane -> lane.facts().runs()).toArray();
    }
}
