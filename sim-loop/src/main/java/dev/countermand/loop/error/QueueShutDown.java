package dev.countermand.loop.error;

/** The queue was shut down: {@code asyncio.QueueShutDown}, from Python 3.13 on.  */
public class QueueShutDown extends RuntimeException implements NamedError {
    /** Creates it without a message, as asyncio does. */
    public QueueShutDown() {
        super();
    }

    /** Creates it with its message. */
    public QueueShutDown(String message) {
        super(message);
    }
}
