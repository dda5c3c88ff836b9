package dev.countermand.loop.schedule;

/**
 * A way of searching schedules: it lives across the runs of an exploration and gives each run its
 * scheduler.
 */
public interface Strategy {
    /** The strategy's name in traces and reports. */
    String name();

    /**
     * The scheduler of the next run.
     *
     * @param seed the run's own seed; the same seed after the same runs gives the same schedule
     */
    Scheduler scheduler(long seed);

    /**
     * The run that the last scheduler decided has ended.
     *
     * @param steps how many loop steps it took
     */
    default void runEnded(long steps) {}

    /** Whether no schedule is left that this strategy has not tried. */
    default boolean isExhausted() {
        return false;
    }
}
