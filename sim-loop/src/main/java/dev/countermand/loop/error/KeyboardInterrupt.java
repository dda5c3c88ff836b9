package dev.countermand.loop.error;

import org.jspecify.annotations.Nullable;

/** The program was interrupted by SIGINT: Python's {@code KeyboardInterrupt}. */
public final class KeyboardInterrupt extends BaseError {
    /** Creates it without a message. */
    public KeyboardInterrupt() {
        this(null);
    }

    /** Creates it with a message; null is no message, which is not the same as an empty one. */
    public KeyboardInterrupt(@Nullable String message) {
        super(message, null, false);
    }
}
