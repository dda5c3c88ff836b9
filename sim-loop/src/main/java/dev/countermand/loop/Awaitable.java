package dev.countermand.loop;

import dev.countermand.loop.error.ValueError;

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

    /**
     * A future of this on one loop: {@code asyncio.ensure_future(this, loop=loop)}.
     *
     * @throws ValueError if it is a future of another loop
     */
    default Future<T> ensureFutureOf(SimLoop loop) {
        Future<T> future = ensureFuture(loop);
        if (future.loop() != loop) {
            throw new ValueError("The future belongs to a different loop than the one specified as"
                    + " the loop argument",
                    "a future belongs to the loop that made it: make it in the run that uses it");
        }
        return future;
    }
}
