package dev.countermand.loop.combine;

import dev.countermand.loop.Accesses;
import dev.countermand.loop.DoneCallback;
import dev.countermand.loop.Future;
import dev.countermand.loop.Signal;
import dev.countermand.loop.SimLoop;
import dev.countermand.loop.StepCoroutine;
import org.jspecify.annotations.Nullable;

/** Cancels a future and waits until it is done: asyncio's {@code _cancel_and_wait}. */
final class CancelAndWait extends StepCoroutine<Object> {
    private final Future<?> future;
    private final DoneCallback release = done -> release();
    private @Nullable Future<Object> waiter;

    CancelAndWait(Future<?> future) {
        this.future = future;
    }

    @Override
    protected Signal advance(@Nullable Throwable thrown) {
        Accesses.write(this);
        if (state == 0) {
            SimLoop loop = SimLoop.running();
            Future<Object> wakes = loop.createFuture();
            wakes.setPurpose("the end of " + future.describe());
            waiter = wakes;
            future.addDoneCallback(release);
            loop.within("wait_for", future::cancel);
            state = 1;
            return wakes;
        }
        try {
            awaited(waiter, thrown);
        } finally {
            future.removeDoneCallback(release);
        }
        return returned(null);
    }

    private void release() {
        Accesses.write(this);
        if (!waiter.isDone()) {
            waiter.setResult(null);
        }
    }

    @Override
    public String name() {
        return "_cancel_and_wait";
    }
}
