package dev.countermand.loop;

import dev.countermand.loop.oracle.Oracle;
import org.jspecify.annotations.Nullable;

/**
 * Workers that only pretend: a job takes virtual time, and its code runs at the moment it ends, in
 * the loop's select, as the result of a thread would arrive. There are always enough of them, so
 * every job begins at once and none can be taken back.
 */
final class VirtualWorkers implements Surroundings.Workers {
    private static final Runnable HAS_BEGUN = () -> {};

    private final SimLoop loop;
    private long lastEnd;

    /** Whose job ends last, for reports only; null if no task submitted it. */
    private @Nullable Task<?> submitter;

    VirtualWorkers(SimLoop loop) {
        this.loop = loop;
    }

    @Override
    public Runnable start(long takesNanos, Runnable job) {
        long end = loop.deadlineAfter(Math.max(0, takesNanos));
        if (end > lastEnd) {
            lastEnd = end;
            submitter = loop.currentTask();
        }
        loop.arriveAt(end, "executor job", job);
        return HAS_BEGUN;
    }

    @Override
    public void join(Runnable joined) {
        loop.arriveAt(Math.max(lastEnd, loop.nanos()), "executor shutdown", joined);
    }

    @Override
    public void close() {
        if (lastEnd > loop.nanos()) {
            loop.simulation().findings().report(Oracle.AFTER_CLOSE,
                    "an executor job" + (submitter == null ? "" : " of " + submitter.describe())
                            + " ends after its loop was closed: its result is dropped");
        }
    }
}
