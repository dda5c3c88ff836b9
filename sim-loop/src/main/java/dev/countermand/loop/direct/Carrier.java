package dev.countermand.loop.direct;

import org.jspecify.annotations.Nullable;

/** A thread that carries one coroutine, and runs only in turns with the loop. */
public interface Carrier {
    /**
     * Lets the coroutine run until it pauses or ends; called by the loop. The first call starts it.
     */
    void resume();

    /** Gives the turn back to the loop until the next {@link #resume}; called by the coroutine. */
    void pause();

    /** Whether the coroutine's body has ended. */
    boolean hasEnded();

    /**
     * Lets the body wait in the JDK as well, for a lock or a latch, as a thread does: {@link
     * #resume} returns then too. A carrier that cannot tell such waits has none.
     *
     * @param onReady is called when such a wait is over, and when the thread is interrupted while
     *     it is paused
     */
    default void allowWaits(Runnable onReady) {}

    /** The wait of the JDK in which the body is; null if it is in none. */
    default @Nullable JdkWait waitsIn() {
        return null;
    }

    /** Whether a body that waited in the JDK can go on. */
    default boolean isReady() {
        return false;
    }

    /** Interrupts the body's thread. */
    void interrupt();

    /** Where the coroutine is paused, innermost call first. */
    StackTraceElement[] stack();
}
