package dev.countermand.explore.statistics;

import dev.countermand.explore.FailureKey;
import dev.countermand.explore.Program;
import dev.countermand.explore.search.Search;
import dev.countermand.explore.search.SearchFacts;
import dev.countermand.explore.search.SearchLimits;
import dev.countermand.explore.search.SearchPlan;
import dev.countermand.explore.search.SearchResult;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * A search, and what its runs were like: how often they failed, what each strategy contributed, and
 * whether new orders still came.
 *
 * <p>One that does not stop at a failure makes the runs of one that does, and then more. Both are
 * the same for any number of workers.
 */
public final class Survey {
    /** The curve has so many points evenly, and as many again at equal factors. */
    private static final int CURVE_POINTS = 100;

    private final SearchPlan plan;
    private final List<SurveyedLane> lanes;
    private final SearchResult result;
    private final DistinctOrders orders = new DistinctOrders();
    private final CancelCoverage coverage = new CancelCoverage();
    private long repeated;
    private Optional<String> difference = Optional.empty();

    private Survey(SearchPlan plan, List<SurveyedLane> lanes, SearchResult result) {
        this.plan = plan;
        this.lanes = lanes;
        this.result = result;
        for (SurveyedLane lane : lanes) {
            orders.addAll(lane.sample().orders());
            repeated += lane.sample().size();
        }
    }

    /** Searches until a run fails, then makes a sample of the runs again. */
    public static Survey untilFailure(
            Program program, SearchPlan plan, SearchLimits limits, Search.Progress progress) {
        return of(program, plan, limits, search -> search.run(progress));
    }

    /** Makes all runs that the limits allow, failing or not, then a sample of them again. */
    public static Survey ofAll(
            Program program, SearchPlan plan, SearchLimits limits, Search.Progress progress) {
        return of(program, plan, limits, search -> search.runAll(progress));
    }

    private static Survey of(Program program, SearchPlan plan, SearchLimits limits,
            Function<Search, SearchResult> runs) {
        List<SurveyedLane> lanes = new ArrayList<>();
        Search search = new Search(program, plan, limits, lane -> {
            lanes.add(new SurveyedLane());
            return lanes.get(lane);
        });
        Survey survey = new Survey(plan, lanes, runs.apply(search));
        survey.repeat(program);
        return survey;
    }

    private void repeat(Program program) {
        for (SurveyedLane lane : lanes) {
            if (difference.isEmpty()) {
                difference = lane.sample().repeat(program, coverage);
            }
        }
    }

    /** How the search ended. */
    public SearchResult result() {
        return result;
    }

    /**
     * A point of the curve of distinct orders.
     *
     * @param runs how many runs
     * @param distinct how many orders they had; an estimate if the orders of the survey are
     * @param failed how many of them failed
     */
    public record Point(long runs, long distinct, long failed) {}

    /** What all runs were like. */
    public SearchFacts facts() {
        return result.facts();
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
        long[] failed = lanes.stream().flatMap(lane -> lane.failed().stream())
                .mapToLong(Long::longValue).sorted().toArray();
        long last = lastNumber(total, laneRuns);
        List<Point> points = new ArrayList<>();
        for (long number : pointsUpTo(last)) {
            long runs = plan.runsUpTo(number, laneRuns);
            if (points.isEmpty() || points.get(points.size() - 1).runs() < runs) {
                points.add(new Point(runs, upTo(number, firsts) * orders.ordersEach(),
                        upTo(number, failed)));
            }
        }
        return points;
    }

    private static Iterable<Long> pointsUpTo(long last) {
        TreeSet<Long> numbers = new TreeSet<>();
        for (int i = 0; i < CURVE_POINTS; i++) {
            double share = (double) i / (CURVE_POINTS - 1);
            numbers.add(Math.min(last, Math.round(last * share)));
            numbers.add(Math.min(last, Math.round(StrictMath.pow(last + 1, share)) - 1));
        }
        return numbers;
    }

    /** How many of the ascending numbers, all of them different, are at most this one. */
    private static long upTo(long number, long[] ascending) {
        int place = Arrays.binarySearch(ascending, number);
        return place < 0 ? -place - 1 : place + 1;
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
