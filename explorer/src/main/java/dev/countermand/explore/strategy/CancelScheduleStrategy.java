package dev.countermand.explore.strategy;

import dev.countermand.loop.schedule.Alternatives;
import dev.countermand.loop.schedule.ChoiceKind;
import dev.countermand.loop.schedule.RandomStream;
import dev.countermand.loop.schedule.Scheduler;
import dev.countermand.loop.schedule.Strategy;

/**
 * The cancel sweep under each order that departs from asyncio's at most k times.
 *
 * <p>For every order there is a run without a cancel, which says how many positions it has, and
 * then one for each position. Orders come depth first, as in {@link DfsStrategy}, with the bound of
 * Musuvathi and Qadeer, "Iterative context bounding for systematic testing of multithreaded
 * programs", PLDI 2007. Values are choice 0 until all orders were swept; then all is done again
 * with values that are drawn for the whole round. A program that chooses no values is swept again
 * with one departure more instead, until there is no other order.
 */
public final class CancelScheduleStrategy implements Strategy {
    /** One departure beside the cancel is what the rarest known bugs need. */
    public static final int DEFAULT_DEPARTURES = 1;

    private static final int NO_CANCEL = -1;

    private int departures;
    private final CrossedRun run = new CrossedRun();
    private ChoiceTree orders;
    private int target = NO_CANCEL;
    private int positions;
    private boolean needsSeed = true;
    private boolean hasValues;
    private boolean isFirstRound = true;
    private boolean isExhausted;
    private long roundSeed;

    /**
     * Creates the strategy.
     *
     * @param departures how many choices of order may depart from asyncio's, at first
     */
    public CancelScheduleStrategy(int departures) {
        this.departures = departures;
        this.orders = new ChoiceTree(departures, Integer.MAX_VALUE);
    }

    @Override
    public String name() {
        return "cancel-schedule";
    }

    @Override
    public Scheduler scheduler(long seed) {
        if (needsSeed) {
            roundSeed = seed;
            needsSeed = false;
        }
        orders.start();
        run.values = RandomStream.of(roundSeed, "values");
        run.position = 0;
        return run;
    }

    @Override
    public void runEnded(long steps) {
        if (target == NO_CANCEL) {
            positions = run.position;
        }
        target++;
        if (target < positions) {
            return;
        }
        target = NO_CANCEL;
        orders.advance();
        if (orders.isExhausted()) {
            boolean leavesOrdersOut = orders.isCut() && !hasValues;
            isExhausted = !leavesOrdersOut && !hasValues;
            departures += leavesOrdersOut ? 1 : 0;
            orders = new ChoiceTree(departures, Integer.MAX_VALUE);
            isFirstRound = false;
            needsSeed = true;
        }
    }

    @Override
    public boolean isExhausted() {
        return isExhausted;
    }

    /** The scheduler of all runs, one after the other. */
    private final class CrossedRun implements Scheduler {
        private RandomStream values = new RandomStream(0);
        private int position;

        @Override
        public int choose(ChoiceKind kind, Alternatives about, int bound) {
            return switch (kind.stream()) {
                case DATA -> value(bound);
                case ORDER -> target == NO_CANCEL ? orders.choose(bound) : orders.follow(bound);
                case FAULT -> fault(bound);
            };
        }

        private int value(int bound) {
            hasValues = true;
            return isFirstRound ? 0 : values.nextInt(bound);
        }

        private int fault(int bound) {
            int first = position;
            position += bound - 1;
            return first <= target && target < position ? target - first + 1 : 0;
        }
    }
}
