package dev.countermand.loop.oracle;

/** An object that can say what is wrong with it when its run is over. */
public interface Watched {
    /** Nothing can go on any more: reports a waiter that somebody forgot to wake. */
    default void atDeadlock(Findings findings) {}

    /** The run came to its end: reports what was not given back. */
    default void atEnd(Findings findings) {}
}
