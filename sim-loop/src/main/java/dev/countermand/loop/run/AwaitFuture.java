package dev.countermand.loop.run;

import dev.countermand.loop.Future;
import dev.countermand.loop.Signal;
import dev.countermand.loop.StepCoroutine;
import org.jspecify.annotations.Nullable;

/** A coroutine that only awaits a future: asyncio's {@code _wrap_awaitable}. */
final class AwaitFuture<T> extends StepCoroutine<T> {
    private final Future<T> future;

    AwaitFuture(Future<T> future) {
        this.future = future;
    }

    @Override
    protected Signal advance(@Nullable Throwable thrown) {
        if (state == 0 && !future.isDone()) {
            state = 1;
            return future;
        }
        return returned(awaited(future, thrown));
    }

    @Override
    public String name() {
        return "_wrap_awaitable";
    }
}
