package dev.countermand.loop.error;

/** {@code get_nowait} found no item: {@code asyncio.QueueEmpty}.  */
public class QueueEmpty extends RuntimeException implements NamedError {
    /** Creates it without a message, as asyncio does. */
    public QueueEmpty() {
        super();
    }

    /** Creates it with its message. */
    public QueueEmpty(String message) {
        super(message);
    }
}
