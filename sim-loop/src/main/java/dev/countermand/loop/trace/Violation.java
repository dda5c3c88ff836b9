package dev.countermand.loop.trace;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that must not happen, and did.
 *
 * @param kind what rule was broken
 * @param message what happened, in one line
 * @param step the number of loop steps that had begun
 * @param nanos the loop's time in nanoseconds
 * @param waiting for a deadlock, who waits for what; otherwise empty
 */
public record Violation(
        Kind kind, String message, long step, long nanos, List<Waiting> waiting) {
    /** Copies the list. */
    public Violation {
        waiting = List.copyOf(waiting);
    }

    /** The rules. */
    public enum Kind {
        /** A check of the program failed. */
        CHECK("check"),
        /** A property does not hold. */
        PROPERTY("property"),
        /** A run ended otherwise than expected. */
        EXPECT("expect"),
        /** A task was cancelled and went on. */
        MUST_HONOUR("must-honour"),
        /** Every task waits and nothing can wake any. */
        DEADLOCK("deadlock"),
        /** The step limit was reached. */
        LIVELOCK("livelock");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** The kind's word in traces and reports. */
        public String label() {
            return label;
        }
    }

    /**
     * One task that can never go on.
     *
     * @param task the task's name
     * @param on what it waits for, in words
     * @param where the place of the await in the user's terms, null if unknown
     */
    public record Waiting(String task, String on, @Nullable String where) {}
}
