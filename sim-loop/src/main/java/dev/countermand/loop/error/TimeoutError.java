package dev.countermand.loop.error;

/**
 * A time limit passed: Python's {@code TimeoutError}, raised by {@code timeout} and
 * {@code wait_for}.
 */
public class TimeoutError extends RuntimeException implements NamedError {
    /** Creates it without a message, as asyncio does. */
    public TimeoutError() {
        super();
    }

    /** Creates it with its message. */
    public TimeoutError(String message) {
        super(message);
    }
}
