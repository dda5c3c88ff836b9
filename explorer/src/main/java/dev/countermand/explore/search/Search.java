package dev.countermand.explore.search;

import dev.countermand.explore.Program;
import dev.countermand.loop.schedule.RandomStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Runs a program again and again, with other schedules, until a run violates something.
 *
 * <p>Runs are numbered as the plan interleaves its lanes. They are made in blocks of whole rounds;
 * within a block the lanes may be worked on side by side, and of the runs that fail the one with
 * the lowest number is the result, so it is the same for any number of workers.
 */
public final class Search {
    private static final long FIRST_BLOCK_RUNS = 64;
    private static final long LARGEST_BLOCK_RUNS = 8_192;

    private final SearchPlan plan;
    private final SearchLimits limits;
    private final List<Lane> lanes = new ArrayList<>();
    private final List<int[]> places = new ArrayList<>();
    private SearchFacts facts = SearchFacts.NONE;

    /** Creates a search whose runs nobody listens to. */
    public Search(Program program, SearchPlan plan, SearchLimits limits) {
        this(program, plan, limits, lane -> RunListener.NONE);
    }

    /**
     * Creates a search.
     *
     * @param listeners makes the listener of a lane, given its number
     */
    public Search(
            Program program,
            SearchPlan plan,
            SearchLimits limits,
            IntFunction<RunListener> listeners) {
        this.plan = plan;
        this.limits = limits;
        for (int i = 0; i < plan.lanes().size(); i++) {
            lanes.add(new Lane(program, plan.lanes().get(i).strategy().get(),
                    RandomStream.of(limits.seed(), "lane " + i), listeners.apply(i)));
            places.add(plan.placesOf(i));
        }
    }

    /** Hears how far a search is, between blocks of runs. */
    @FunctionalInterface
    public interface Progress {
        /** So many runs have been made. */
        void made(long runs);
    }

    /** Searches until a run fails. */
    public SearchResult run(Progress progress) {
        return run(progress, Goal.FIRST_FAILURE);
    }

    /** Makes all runs, whether any fails or not; the result has no finding, listeners hear all. */
    public SearchResult runAll(Progress progress) {
        return run(progress, Goal.EVERY_RUN);
    }

    /** What a search is for. */
    private enum Goal { FIRST_FAILURE, EVERY_RUN }

    private SearchResult run(Progress progress, Goal goal) {
        long round = plan.roundLength();
        long begin = 0;
        long length = Math.max(round, FIRST_BLOCK_RUNS / round * round);
        while (true) {
            if (limits.stop().getAsBoolean()) {
                return new SearchResult(facts, SearchResult.Ending.STOPPED, null);
            }
            Block block = new Block(begin, end(begin, length), goal);
            block.run();
            SearchResult.FoundRun failure = block.lowestFailure();
            long last = block.lowest.get();
            lanes.forEach(lane -> facts = facts.plus(lane.endBlock(last)));
            if (failure != null) {
                return new SearchResult(facts, SearchResult.Ending.FOUND,
                        failure.withNumber(facts.runs()));
            }
            progress.made(facts.runs());
            if (lanes.stream().allMatch(Lane::isExhausted)) {
                return new SearchResult(facts, SearchResult.Ending.EXHAUSTED, null);
            }
            if (facts.runs() >= limits.runs()) {
                return new SearchResult(facts, SearchResult.Ending.LIMIT, null);
            }
            begin += length;
            length = Math.max(round, Math.min(2 * length, LARGEST_BLOCK_RUNS) / round * round);
        }
    }

    /** Where a block ends, so that no more runs are made than allowed. */
    private long end(long begin, long length) {
        long left = limits.runs() - facts.runs();
        return left >= length ? begin + length : endAfter(begin, length, left);
    }

    /** The place behind which exactly so many runs of lanes that are not exhausted lie. */
    private long endAfter(long begin, long length, long left) {
        boolean[] live = new boolean[plan.roundLength()];
        for (int i = 0; i < lanes.size(); i++) {
            for (int place : places.get(i)) {
                live[place] = !lanes.get(i).isExhausted();
            }
        }
        long number = begin;
        for (long runs = 0; runs < left && number < begin + length; number++) {
            if (live[(int) (number % live.length)]) {
                runs++;
            }
        }
        return number;
    }

    /** Some rounds of runs, with the numbers from begin to end - 1. */
    private final class Block {
        private final long begin;
        private final long end;
        private final Goal goal;
        private final LowestNumber lowest = new LowestNumber();

        Block(long begin, long end, Goal goal) {
            this.begin = begin;
            this.end = end;
            this.goal = goal;
        }

        void run() {
            if (limits.workers() == 1) {
                runInOrder();
            } else {
                Workers.each(limits.workers(), lanes.size(), this::runLane);
            }
        }

        /** On one thread nothing is run that comes after the first failure. */
        private void runInOrder() {
            int[] laneAt = new int[plan.roundLength()];
            for (int i = 0; i < lanes.size(); i++) {
                for (int place : places.get(i)) {
                    laneAt[place] = i;
                }
            }
            for (long number = begin; number < end && lowest.allows(number); number++) {
                step(lanes.get(laneAt[(int) (number % laneAt.length)]), number);
            }
        }

        private void runLane(int index) {
            int[] own = places.get(index);
            long round = plan.roundLength();
            for (long start = begin; start < end; start += round) {
                for (int place : own) {
                    long number = start + place;
                    if (number >= end || !lowest.allows(number)) {
                        return;
                    }
                    step(lanes.get(index), number);
                }
            }
        }

        private void step(Lane lane, long number) {
            if (!lane.isExhausted() && !limits.stop().getAsBoolean()) {
                lane.run(number);
                if (lane.failure() != null && goal == Goal.FIRST_FAILURE) {
                    lowest.offer(number);
                }
            }
        }

        /** The failing run with the lowest number. */
        SearchResult.@Nullable FoundRun lowestFailure() {
            for (Lane lane : lanes) {
                if (lane.failure() != null && lane.failureNumber() == lowest.get()) {
                    return lane.failure();
                }
            }
            return null;
        }
    }
}
