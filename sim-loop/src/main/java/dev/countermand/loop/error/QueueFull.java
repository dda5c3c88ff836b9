package dev.countermand.loop.error;

/** {@code put_nowait} found no room: {@code asyncio.QueueFull}.  */
public class QueueFull extends RuntimeException implements NamedError {
    /** Creates it without a message, as asyncio does. */
    public QueueFull() {
        super();
    }

    /** Creates it with its message. */
    public QueueFull(String message) {
        super(message);
    }
}
