package dev.countermand.loop;

/**
 * What can be awaited: a coroutine, or a future (a task among them).
 *
 * @param <T> the type of the value that awaiting it gives
 */
public sealed interface Awaitable<T> permits Coroutine, Future {
    /**
     * The future that stands for this: {@code asyncio.ensure_future}.
     *
     * @param loop the loop on which a coroutine becomes a task
     * @return this, if it is a future
     */
    default Future<T> ensureFuture(SimLoop loop) {
        if (this instanceof Future<T> future) {
            return future;
        }
        return loop.createTask((Coroutine<T>) this);
    }
}
