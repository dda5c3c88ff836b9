package dev.countermand.scenario.interpret;

import org.jspecify.annotations.Nullable;

/** Receives what scenario bodies do. Runs that nobody looks at have one that ignores nearly all. */
public interface Events {
    /** A coroutine's body begins. */
    void started(Frame frame);

    /** A coroutine's body has come to its end. */
    void returned(Frame frame, @Nullable Object value);

    /** A coroutine's body was left by an error. */
    void raised(Frame frame, Throwable error);

    /**
     * A body speaks.
     *
     * @param value what it shows, in the form of events; ignored unless given
     * @param given whether there is a value, which may be null
     */
    void logged(@Nullable String label, String text, @Nullable Object value, boolean given);

    /** A check failed. */
    void violated(@Nullable String label, String message);
}
