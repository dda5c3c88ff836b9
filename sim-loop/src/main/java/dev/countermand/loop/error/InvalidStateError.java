package dev.countermand.loop.error;

/** A future is not in the state the call needs: {@code asyncio.InvalidStateError}.  */
public class InvalidStateError extends IllegalStateException implements NamedError {
    /** Creates it without a message, as asyncio does. */
    public InvalidStateError() {
        super();
    }

    /** Creates it with its message. */
    public InvalidStateError(String message) {
        super(message);
    }
}
