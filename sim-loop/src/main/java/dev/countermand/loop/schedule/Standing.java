package dev.countermand.loop.schedule;

/** How far somebody who can be picked has come: where in its life a cancel would meet it. */
public enum Standing {
    /** It is no task, or nobody asked. */
    UNKNOWN,
    /** It has not begun: its first step is still to come. */
    NEW,
    /** It was woken, or gave way, and has not run since: most cancellation bugs lie here. */
    WOKEN,
    /** It waits for something that has not happened. */
    WAITING
}
