package dev.countermand.loop.direct;

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

    /** Where the coroutine is paused, innermost call first. */
    StackTraceElement[] stack();
}
