package dev.countermand.explore.strategy;

import dev.countermand.loop.schedule.Alternatives;
import dev.countermand.loop.schedule.ChoiceKind;
import dev.countermand.loop.schedule.RandomStream;
import dev.countermand.loop.schedule.Scheduler;
import dev.countermand.loop.schedule.Standing;
import dev.countermand.loop.schedule.Strategy;
import java.util.Arrays;

/**
 * Cancels once in a run, where it pays most: a cancel sweep that aims.
 *
 * <p>Nearly every cancellation bug has its window between the step that makes a task ready and the
 * step in which it runs, one or two steps wide. So positions are counted apart for tasks that were
 * woken and have not run, that wait, that have not begun, and for moments in which nothing is
 * ready; a run aims at the n-th position of one sort. It starts with the first ones of each, and
 * goes on at random, mostly with tasks that were woken and with low numbers, within what earlier
 * runs have seen. Half of the runs keep asyncio's order, the others draw it; values are spread
 * evenly over the runs.
 *
 * <p>The idea of a sweep over the positions of a fault is that of systematic fault injection
 * (Gunawi and others, "FATE and DESTINI: a framework for cloud recovery testing", NSDI 2011), the
 * preference for few and early departures that of context bounding (Musuvathi and Qadeer, PLDI
 * 2007).
 */
public final class AimedStrategy implements Strategy {
    private static final int WOKEN = 0;
    private static final int WAITING = 1;
    private static final int IDLE = 2;
    private static final int NEW = 3;
    private static final int SORTS = 4;

    /** The first runs: a sort, and which position of it, counted from 1. */
    private static final int[][] OPENING = {
        {WOKEN, 1}, {WAITING, 1}, {WOKEN, 2}, {IDLE, 1}, {WOKEN, 1}, {IDLE, 2}, {WOKEN, 3},
    };

    /** What the later runs draw their sort from. */
    private static final int[] SHARES = {
        WOKEN, WOKEN, WOKEN, WOKEN, WAITING, WAITING, WAITING, IDLE, IDLE, NEW,
    };

    private final AimedRun run = new AimedRun();
    private final ValueSampler values;
    private final int[] most = new int[SORTS];
    private int runs;

    /** What the first runs are like. */
    public enum Start {
        /** They aim at the first positions of each sort, and their values are extreme. */
        AT_EXTREMES,
        /** Like all others: for a second lane beside one that starts at the extremes. */
        AT_RANDOM
    }

    /** Creates the strategy. */
    public AimedStrategy(Start start) {
        runs = start == Start.AT_EXTREMES ? 0 : OPENING.length;
        values = new ValueSampler(start == Start.AT_EXTREMES
                ? ValueSampler.Start.AT_EXTREMES : ValueSampler.Start.AT_RANDOM);
    }

    @Override
    public String name() {
        return "aimed";
    }

    @Override
    public Scheduler scheduler(long seed) {
        RandomStream random = RandomStream.of(seed, "aim");
        values.startRun(random);
        run.start(random);
        if (runs < OPENING.length) {
            run.aimAt(OPENING[runs][0], OPENING[runs][1]);
            run.keepsOrder = runs % 2 == 0;
            runs++;
        } else {
            int sort = SHARES[random.nextInt(SHARES.length)];
            run.aimAt(sort, 1 + random.nextInt(1 + random.nextInt(1 + most[sort])));
            run.keepsOrder = random.nextInt(2) == 0;
        }
        return run;
    }

    @Override
    public void runEnded(long steps) {
        for (int sort = 0; sort < SORTS; sort++) {
            most[sort] = Math.max(most[sort], run.seen[sort]);
        }
    }

    /** The scheduler of all runs, one after the other. */
    private final class AimedRun implements Scheduler {
        private final int[] seen = new int[SORTS];
        private RandomStream random = new RandomStream(0);
        private int sort;
        private int nth;
        private boolean keepsOrder;

        void start(RandomStream randomOfRun) {
            random = randomOfRun;
            Arrays.fill(seen, 0);
        }

        void aimAt(int targetSort, int targetNth) {
            sort = targetSort;
            nth = targetNth;
        }

        @Override
        public int choose(ChoiceKind kind, Alternatives about, int bound) {
            return switch (kind.stream()) {
                case DATA -> values.next(bound);
                case ORDER -> keepsOrder ? 0 : random.nextInt(bound);
                case FAULT -> fault(kind, about, bound);
            };
        }

        private int fault(ChoiceKind kind, Alternatives about, int bound) {
            int pick = 0;
            for (int i = 1; i < bound; i++) {
                int here = sortOf(kind, about.standing(i));
                seen[here]++;
                if (here == sort && seen[here] == nth) {
                    pick = i;
                }
            }
            return pick;
        }

        private static int sortOf(ChoiceKind kind, Standing standing) {
            if (kind == ChoiceKind.IDLE_CANCEL) {
                return IDLE;
            }
            return switch (standing) {
                case NEW -> NEW;
                case WOKEN -> WOKEN;
                case WAITING, UNKNOWN -> WAITING;
            };
        }
    }
}
