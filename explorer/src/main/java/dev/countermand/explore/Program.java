package dev.countermand.explore;

import dev.countermand.loop.schedule.Scheduler;
import dev.countermand.report.TraceDocument;

/**
 * A program under test that can be run again and again, each time from the beginning and with the
 * choices that a scheduler makes.
 *
 * <p>Runs share nothing, so several threads may run the same program at the same time. The same
 * answers to the same choices give the same run.
 */
public interface Program {
    /** The program's name for people. */
    String name();

    /** Runs it and looks at nothing but the verdict; this is what a search does. */
    RunOutcome run(Scheduler scheduler);

    /**
     * Runs it and writes everything down.
     *
     * @param origin how the scheduler came about: the run's seed and the name of the strategy
     */
    TraceDocument record(Scheduler scheduler, RunOrigin origin);
}
