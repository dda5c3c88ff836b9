package dev.countermand.loop.error;

/** An asynchronous generator is exhausted: Python's {@code StopAsyncIteration}.  */
public class StopAsyncIteration extends RuntimeException implements NamedError {
    /** Creates it without a message, as asyncio does. */
    public StopAsyncIteration() {
        super();
    }

    /** Creates it with its message. */
    public StopAsyncIteration(String message) {
        super(message);
    }
}
