package dev.countermand.loop.error;

import org.jspecify.annotations.Nullable;

/** A task or future was cancelled: {@code asyncio.CancelledError}.
 *
 * <p>It has no stack trace of its own: it is made by the loop, once for each task that is
 * cancelled, and what a reader wants to know, who cancelled, is in the trace.
 */
public class CancelledError extends BaseError {
    /** Creates it without a message. */
    public CancelledError() {
        this(null);
    }

    /** Creates it with a message; null is no message, which is not the same as an empty one. */
    public CancelledError(@Nullable String message) {
        super(message, null, false);
    }
}
