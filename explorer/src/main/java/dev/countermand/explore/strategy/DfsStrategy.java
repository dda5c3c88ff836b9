package dev.countermand.explore.strategy;

import dev.countermand.loop.schedule.Alternatives;
import dev.countermand.loop.schedule.ChoiceKind;
import dev.countermand.loop.schedule.Scheduler;
import dev.countermand.loop.schedule.Strategy;

/**
 * Every schedule, depth first, at first within a bound on the departures from asyncio's order.
 *
 * <p>Stateless search goes back to the beginning for each schedule and needs to remember only the
 * path (Godefroid, "Model checking for programming languages using VeriSoft", POPL 1997). Schedules
 * with few departures come first, as they find most bugs: when all within the bounds were tried,
 * the bounds are widened and the search begins again (Musuvathi and Qadeer, "Iterative context
 * bounding for systematic testing of multithreaded programs", PLDI 2007). Values that the program
 * chooses are choices like all others here.
 *
 * <p>It is exhausted only when no bound kept it from anything: then there is no other schedule.
 */
public final class DfsStrategy implements Strategy {
    private int departures;
    private int choices;
    private ChoiceTree tree;
    private final Scheduler run = new Scheduler() {
        @Override
        public int choose(ChoiceKind kind, Alternatives about, int bound) {
            return tree.choose(bound);
        }
    };

    private DfsStrategy(int departures, int choices) {
        this.departures = departures;
        this.choices = choices;
        this.tree = new ChoiceTree(departures, choices);
    }

    /** Without any bound: each schedule comes once, but that of a large program does not end. */
    public static DfsStrategy unbounded() {
        return new DfsStrategy(Integer.MAX_VALUE, Integer.MAX_VALUE);
    }

    /**
     * Within bounds that are widened when they are exhausted: by one departure, and by as many
     * choices again. Schedules within the old bounds come again then.
     *
     * @param departures how many choices of a run may depart from choice 0 at first
     * @param choices how many choices of a run are varied at first; those behind them stay choice 0
     */
    public static DfsStrategy within(int departures, int choices) {
        return new DfsStrategy(departures, choices);
    }

    @Override
    public String name() {
        return "dfs";
    }

    @Override
    public Scheduler scheduler(long seed) {
        tree.start();
        return run;
    }

    @Override
    public void runEnded(long steps) {
        tree.advance();
        if (tree.isExhausted() && tree.isCut()) {
            departures = departures == Integer.MAX_VALUE ? departures : departures + 1;
            choices = (int) Math.min(2L * choices, Integer.MAX_VALUE);
            tree = new ChoiceTree(departures, choices);
        }
    }

    @Override
    public boolean isExhausted() {
        return tree.isExhausted();
    }

    /**
     * Whether the present bounds have kept it from a schedule: then what it tried so far is not all
     * there is.
     */
    public boolean isCut() {
        return tree.isCut();
    }

    /** How many departures the present bounds allow. */
    public int departures() {
        return departures;
    }
}
