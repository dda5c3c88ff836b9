package dev.countermand.loop.error;

import org.jspecify.annotations.Nullable;

/** The program asked to end: Python's {@code SystemExit}. */
public final class SystemExit extends BaseError {
    /** Creates it without a message. */
    public SystemExit() {
        this(null);
    }

    /** Creates it with a message; null is no message, which is not the same as an empty one. */
    public SystemExit(@Nullable String message) {
        super(message, null, false);
    }
}
