package dev.countermand.clock;

/** Something that a {@link TimerQueue} holds until its deadline. */
public interface Timer {

    /**
     * The virtual time at which this timer is due, in nanoseconds as {@link VirtualClock} counts
     * them.
     *
     * <p>It is read once, when the timer is added to a queue, and must not change afterwards. It
     * may lie in the past, and may be negative.
     */
    long deadlineNanos();

    /** Whether this timer was cancelled. Once true, it stays true. */
    boolean isCancelled();
}
