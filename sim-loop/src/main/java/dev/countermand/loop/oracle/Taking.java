package dev.countermand.loop.oracle;

/**
 * A coroutine that takes something out of an object, so that it is lost if nobody hears that the
 * coroutine has returned.
 */
public interface Taking {
    /** The oracle that reports the loss. */
    Oracle oracle();

    /** What was taken, and of what object, in words. */
    String what();

    /**
     * Whether it is still missing where it was taken from.
     *
     * @param taker the task that the coroutine ran as
     */
    boolean isStillMissing(Object taker);
}
