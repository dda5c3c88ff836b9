package dev.countermand.loop.trace;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One thing that happened in a run. */
public sealed interface TraceEvent {
    /** When it happened. */
    Stamp stamp();

    /**
     * When something happened.
     *
     * @param step the number of loop steps that had begun
     * @param nanos the loop's time in nanoseconds since its creation
     */
    record Stamp(long step, long nanos) {}

    /** How a task ended. */
    enum Outcome {
        /** With a value. */
        RETURNED("returned"),
        /** With an error other than a cancellation. */
        RAISED("raised"),
        /** Cancelled. */
        CANCELLED("cancelled");

        private final String label;

        Outcome(String label) {
            this.label = label;
        }

        /** The word used in traces and scenario events. */
        public String label() {
            return label;
        }
    }

    /**
     * A handle was queued.
     *
     * @param what the task whose step it is, or the callback in words
     * @param by the task or callback that queued it, null for the host
     * @param dueNanos the time it waits for, null if it is ready at once
     */
    record Scheduled(Stamp stamp, String what, @Nullable String by, @Nullable Long dueNanos)
            implements TraceEvent {}

    /**
     * A loop step began.
     *
     * @param what the task whose step it is, or the callback in words
     */
    record Ran(Stamp stamp, String what) implements TraceEvent {}

    /**
     * A task was suspended.
     *
     * @param task its name
     * @param on what it waits for, in words
     * @param where the place of the await in the user's terms, null if unknown
     */
    record Awaited(Stamp stamp, String task, String on, @Nullable String where)
            implements TraceEvent {}

    /**
     * What a task awaited is done: it will run in the next iteration.
     *
     * @param task its name
     * @param by the task or callback that completed it, null for the host or for something from
     *     outside
     */
    record Woken(Stamp stamp, String task, @Nullable String by) implements TraceEvent {}

    /**
     * A task was asked to end.
     *
     * @param task its name
     * @param message the message of the cancellation, null if none
     * @param by the task or callback that asked, null for the host, the explorer or a signal
     * @param chain the scopes it came through, outermost first: the explorer, SIGINT, a timeout, a
     *     task group, a gather, the end of the Runner, and the tasks it was handed down by
     */
    record Cancelled(
            Stamp stamp,
            String task,
            @Nullable String message,
            @Nullable String by,
            List<String> chain)
            implements TraceEvent {}

    /**
     * The clock jumped to the stamp's time.
     *
     * @param fromNanos the time before
     */
    record Advanced(Stamp stamp, long fromNanos) implements TraceEvent {}

    /**
     * The program under test said something.
     *
     * @param in which of its parts spoke, null for none
     * @param event the kind of its event
     * @param fields what it said, in order; values are null, booleans, numbers, strings, lists,
     *     maps
     */
    record Logged(
            Stamp stamp, @Nullable String in, String event, Map<String, @Nullable Object> fields)
            implements TraceEvent {
        /** Copies the fields, keeping their order. */
        public Logged {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }
    }

    /** A task ended. */
    record Ended(Stamp stamp, String task, Outcome outcome) implements TraceEvent {}
}
