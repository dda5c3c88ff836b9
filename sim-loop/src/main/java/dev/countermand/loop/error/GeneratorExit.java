package dev.countermand.loop.error;

import org.jspecify.annotations.Nullable;

/** Thrown into an unfinished coroutine to make it end: Python's {@code GeneratorExit}.
 *
 * <p>A coroutine that catches it and awaits again is told so once more, a bounded number of times.
 */
public final class GeneratorExit extends BaseError {
    /** Creates it without a message. */
    public GeneratorExit() {
        this(null);
    }

    /** Creates it with a message; null is no message, which is not the same as an empty one. */
    public GeneratorExit(@Nullable String message) {
        super(message, null, false);
    }
}
