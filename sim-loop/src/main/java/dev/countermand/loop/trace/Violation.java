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
        LIVELOCK("livelock"),
        /** At a deadlock, something is free and a task waits for it. */
        WAKEUP_LOST("wakeup-lost"),
        /** A lock or permit was taken for a task that was cancelled instead of being told. */
        PERMIT_LOST("permit-lost"),
        /** A queue's item was taken out for a task that was cancelled instead of getting it. */
        ITEM_LOST("item-lost"),
        /** A task group was left while a task of its own ran. */
        GROUP_CHILD("group-child"),
        /** Somebody scheduled something on a loop that is closed. */
        AFTER_CLOSE("after-close"),
        /** A task ended otherwise than cancelled with a cancellation on its account. */
        CANCEL_COUNT("cancel-count"),
        /** A lock or permit was never given back. */
        PERMIT_HELD("permit-held"),
        /** A semaphore has more permits at the end than at the beginning. */
        PERMIT_DOUBLED("permit-doubled"),
        /** A value reached a task that was cancelled instead of getting it. */
        RESULT_LOST("result-lost"),
        /** An error reached a task that was cancelled instead: no trace of it is left. */
        ERROR_LOST("error-lost"),
        /** Nobody asked for an error until the loop was closed. */
        ERROR_UNRETRIEVED("error-unretrieved"),
        /** An asynchronous generator was left in the middle. */
        GENERATOR_OPEN("generator-open");

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
