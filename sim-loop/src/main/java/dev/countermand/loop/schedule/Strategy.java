package dev.countermand.loop.schedule;

/**
 * A way of searching schedules: it lives across the runs of an exploration and gives each run its
 * scheduler.
 */
public interface Strategy {
    /** The strategy's name in traces and reports. */
    String name();

    /**
     * The scheduler of a run.
     *
     * @param seed the run's own seed; the same seed gives the same schedule
     */
    Scheduler scheduler(long seed);
}
