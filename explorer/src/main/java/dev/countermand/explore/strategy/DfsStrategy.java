package dev.countermand.explore.strategy;

import dev.countermand.loop.schedule.Alternatives;
import dev.countermand.loop.schedule.ChoiceKind;
import dev.countermand.loop.schedule.Scheduler;
import dev.countermand.loop.schedule.Strategy;

/**
 * Every schedule once, depth first, within a bound on the departures from asyncio's order.
 *
 * <p>Stateless search goes back to the beginning for each schedule and needs to remember only the
 * path (Godefroid, "Model checking for programming languages using VeriSoft", POPL 1997); bounding
 * what may depart keeps the number of schedules small while it finds most bugs (Musuvathi and
 * Qadeer, "Iterative context bounding for systematic testing of multithreaded programs", PLDI
 * 2007). Values that the program chooses are choices like all others here.
 *
 * <p>When it is exhausted and was not {@link #wasCut cut}, there is no other schedule.
 */
public final class DfsStrategy implements Strategy {
    /** How many departures the strategy of that name allows. */
    public static final int DEFAULT_DEPARTURES = 2;

    private final ChoiceTree tree;
    private final Scheduler run = new Scheduler() {
        @Override
        public int choose(ChoiceKind kind, Alternatives about, int bound) {
            return tree.choose(bound);
        }
    };

    private DfsStrategy(ChoiceTree tree) {
        this.tree = tree;
    }

    /** Without any bound; a search of a large program does not end. */
    public static DfsStrategy unbounded() {
        return new DfsStrategy(new ChoiceTree(Integer.MAX_VALUE, Integer.MAX_VALUE));
    }

    /**
     * Within bounds.
     *
     * @param departures how many choices of a run may depart from choice 0
     * @param choices how many choices of a run are varied; those behind them stay choice 0
     */
    public static DfsStrategy within(int departures, int choices) {
        return new DfsStrategy(new ChoiceTree(departures, choices));
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
    }

    @Override
    public boolean isExhausted() {
        return tree.isExhausted();
    }

    /** Whether a bound has kept it from any schedule so far. */
    public boolean wasCut() {
        return tree.isCut();
    }
}
