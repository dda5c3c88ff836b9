package dev.countermand.explore.dpor;

import dev.countermand.explore.Program;
import dev.countermand.explore.RunOutcome;
import dev.countermand.loop.AccessSink;
import dev.countermand.loop.schedule.OrderMode;
import dev.countermand.loop.schedule.Scheduler;

/**
 * A program that can say what each of its steps touches.
 *
 * <p>Whoever implements it promises that everything two tasks of the program share is an object
 * that reports its uses: those of the loop do, and so do the variables of a scenario. State that
 * is shared unseen makes the verdict "exhaustive" wrong.
 */
public interface DporProgram extends Program {
    /** Which orders are explored. */
    OrderMode orders();

    /**
     * Runs it and reports what its steps touch.
     *
     * @param accesses is given to the run's simulation before its first loop is made
     */
    RunOutcome run(Scheduler scheduler, AccessSink accesses);
}
