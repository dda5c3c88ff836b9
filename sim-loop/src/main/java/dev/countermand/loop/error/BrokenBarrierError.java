package dev.countermand.loop.error;

/** The barrier was aborted or reset: {@code asyncio.BrokenBarrierError}.  */
public class BrokenBarrierError extends RuntimeError implements NamedError {
    /** Creates it with its message. */
    public BrokenBarrierError(String message) {
        super(message);
    }
}
