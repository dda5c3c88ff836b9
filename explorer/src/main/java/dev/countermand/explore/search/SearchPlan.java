package dev.countermand.explore.search;

import dev.countermand.loop.schedule.Strategy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/**
 * Which strategy decides which run.
 *
 * <p>A plan has lanes; each lane has a strategy of its own, which sees the runs of its lane only,
 * one after the other, and a share of the runs. So what a lane does depends on nothing but the base
 * seed, and lanes can be worked on side by side.
 */
public final class SearchPlan {
    /** Lanes for strategies that learn nothing from run to run, so that they can share the work. */
    private static final int LANES_OF_ONE_STRATEGY = 8;

    private final String name;
    private final List<LaneShare> lanes;
    private final int[] pattern;

    /**
     * Creates a plan.
     *
     * @param name what it is called in traces and reports
     * @throws IllegalArgumentException without any lane
     */
    public SearchPlan(String name, List<LaneShare> lanes) {
        this(name, lanes, 0);
    }

    /**
     * Creates a plan each round of which opens with the first lane.
     *
     * @param name what it is called in traces and reports
     * @param opening how many runs of the first lane come in a row at the beginning of a round, at
     *     most its weight; its other runs are spread over the round
     * @throws IllegalArgumentException without any lane, or if the opening is out of range
     */
    public SearchPlan(String name, List<LaneShare> lanes, int opening) {
        if (lanes.isEmpty()) {
            throw new IllegalArgumentException("a plan needs at least one lane");
        }
        if (opening < 0 || opening > lanes.get(0).weight()) {
            throw new IllegalArgumentException("an opening has at least 0 runs and at most as many"
                    + " as the first lane has, but it has " + opening);
        }
        this.name = name;
        this.lanes = List.copyOf(lanes);
        this.pattern = interleave(this.lanes, opening);
    }

    /**
     * One lane's strategy and its share of the runs.
     *
     * @param strategy makes the strategy, anew for every search
     * @param weight how many of the runs of one round are this lane's, at least 1
     */
    public record LaneShare(Supplier<Strategy> strategy, int weight) {
        /** Checks the weight. */
        public LaneShare {
            if (weight < 1) {
                throw new IllegalArgumentException("a lane's weight must be at least 1");
            }
        }
    }

    /** One strategy alone, in one lane: for those that learn from each run what to try next. */
    public static SearchPlan ofOne(Supplier<Strategy> strategy) {
        return new SearchPlan(
                strategy.get().name(), List.of(new LaneShare(strategy, 1)));
    }

    /** One strategy alone, in several lanes that differ in their seeds. */
    public static SearchPlan sharded(Supplier<Strategy> strategy) {
        List<LaneShare> lanes = new ArrayList<>();
        for (int i = 0; i < LANES_OF_ONE_STRATEGY; i++) {
            lanes.add(new LaneShare(strategy, 1));
        }
        return new SearchPlan(strategy.get().name(), lanes);
    }

    /** What the plan is called. */
    public String name() {
        return name;
    }

    List<LaneShare> lanes() {
        return lanes;
    }

    /** How many runs a round has. */
    int roundLength() {
        return pattern.length;
    }

    /** The places in a round at which a lane runs. */
    int[] placesOf(int lane) {
        List<Integer> places = new ArrayList<>();
        for (int place = 0; place < pattern.length; place++) {
            if (pattern[place] == lane) {
                places.add(place);
            }
        }
        return places.stream().mapToInt(Integer::intValue).toArray();
    }

    /** The name of a lane's strategy. */
    public String strategyOf(int lane) {
        return lanes.get(lane).strategy().get().name();
    }

    /** Which lane makes the run of a number. */
    public int laneOf(long number) {
        return pattern[(int) (number % pattern.length)];
    }

    /**
     * How many of the runs that were made have at most this number. Numbers of a lane that had
     * nothing left to try are skipped, so it is less than the number says.
     *
     * @param laneRuns how many runs each lane made in all
     */
    public long runsUpTo(long number, long[] laneRuns) {
        long rounds = (number + 1) / pattern.length;
        int rest = (int) ((number + 1) % pattern.length);
        long[] places = new long[lanes.size()];
        for (int place = 0; place < pattern.length; place++) {
            places[pattern[place]] += place < rest ? rounds + 1 : rounds;
        }
        long runs = 0;
        for (int lane = 0; lane < places.length; lane++) {
            runs += Math.min(places[lane], laneRuns[lane]);
        }
        return runs;
    }

    /** Spreads the lanes over a round as evenly as their weights allow, behind the opening. */
    private static int[] interleave(List<LaneShare> lanes, int opening) {
        int[] weights = lanes.stream().mapToInt(LaneShare::weight).toArray();
        weights[0] -= opening;
        int total = Arrays.stream(weights).sum();
        int[] credit = new int[weights.length];
        int[] order = new int[opening + total];
        for (int place = opening; place < order.length; place++) {
            int richest = 0;
            for (int lane = 0; lane < credit.length; lane++) {
                credit[lane] += weights[lane];
                if (credit[lane] > credit[richest]) {
                    richest = lane;
                }
            }
            credit[richest] -= total;
            order[place] = richest;
        }
        return order;
    }
}
