package dev.countermand.loop.combine;

import dev.countermand.loop.Accesses;
import dev.countermand.loop.Awaitable;
import dev.countermand.loop.Coroutine;
import dev.countermand.loop.DoneCallback;
import dev.countermand.loop.Future;
import dev.countermand.loop.Signal;
import dev.countermand.loop.SimLoop;
import dev.countermand.loop.StepCoroutine;
import dev.countermand.loop.TimerHandle;
import dev.countermand.loop.error.CancelledError;
import org.jspecify.annotations.Nullable;

/**
 * {@code asyncio.wait_for} as it was in Python 3.11: the awaitable is a task of its own, and a
 * result that is there beats a cancellation or timeout that came with it.
 *
 * @param <T> the type of the value
 */
final class OldWaitFor<T> extends StepCoroutine<T> {
    private static final int DIRECT = 1;
    private static final int CANCELLING_AT_ONCE = 2;
    private static final int WAITING = 3;
    private static final int CANCELLING_AFTER_CANCEL = 4;
    private static final int CANCELLING_AFTER_TIMEOUT = 5;

    private final Awaitable<T> awaitable;
    private final @Nullable Long timeoutNanos;
    private final DoneCallback releaseWaiter = done -> release();
    private @Nullable Future<Object> waiter;
    private @Nullable Future<T> future;
    private @Nullable TimerHandle timer;
    private @Nullable CancelAndWait cancelling;
    private @Nullable CancelledError cancelled;

    OldWaitFor(Awaitable<T> awaitable, @Nullable Long timeoutNanos) {
        this.awaitable = awaitable;
        this.timeoutNanos = timeoutNanos;
    }

    @Override
    protected Signal advance(@Nullable Throwable thrown) {
        Accesses.write(this);
        if (state == 0) {
            return begin();
        }
        if (state == DIRECT) {
            return awaitDirectly(thrown, false);
        }
        Signal signal = null;
        try {
            signal = state == WAITING ? woken(thrown) : goOnCancelling(thrown);
            return signal;
        } finally {
            if (timer != null && (signal == null || signal == Signal.RETURNED)) {
                timer.cancel();
            }
        }
    }

    private Signal begin() {
        SimLoop loop = SimLoop.running();
        if (timeoutNanos == null) {
            state = DIRECT;
            return awaitDirectly(null, true);
        }
        if (timeoutNanos <= 0) {
            future = awaitable.ensureFutureOf(loop);
            return future.isDone()
                    ? returned(future.result())
                    : cancelAndWait(CANCELLING_AT_ONCE);
        }
        waiter = loop.createFuture();
        waiter.setPurpose("wait_for");
        timer = loop.callLater(timeoutNanos, this::release);
        future = awaitable.ensureFutureOf(loop);
        future.addDoneCallback(releaseWaiter);
        state = WAITING;
        return waiter;
    }

    private Signal awaitDirectly(@Nullable Throwable thrown, boolean first) {
        if (awaitable instanceof Coroutine<T> coroutine) {
            Signal signal = coroutine.resume(thrown);
            return signal == Signal.RETURNED ? returned(coroutine.result()) : signal;
        }
        Future<T> direct = (Future<T>) awaitable;
        return first && !direct.isDone() ? direct : returned(awaited(direct, thrown));
    }

    private void release() {
        Accesses.write(this);
        if (!waiter.isDone()) {
            waiter.setResult(null);
        }
    }

    private Signal woken(@Nullable Throwable thrown) {
        try {
            awaited(waiter, thrown);
        } catch (CancelledError error) {
            if (future.isDone()) {
                return returned(future.result());
            }
            future.removeDoneCallback(releaseWaiter);
            cancelled = error;
            return cancelAndWait(CANCELLING_AFTER_CANCEL);
        }
        if (future.isDone()) {
            return returned(future.result());
        }
        future.removeDoneCallback(releaseWaiter);
        return cancelAndWait(CANCELLING_AFTER_TIMEOUT);
    }

    private Signal cancelAndWait(int next) {
        cancelling = new CancelAndWait(future);
        state = next;
        return goOnCancelling(null);
    }

    private Signal goOnCancelling(@Nullable Throwable thrown) {
        Signal signal = cancelling.resume(thrown);
        if (signal != Signal.RETURNED) {
            return signal;
        }
        if (state == CANCELLING_AFTER_CANCEL) {
            throw cancelled;
        }
        return returned(WaitFor.resultOrTimeout(future));
    }

    @Override
    public @Nullable String where() {
        boolean inHere = state == DIRECT && awaitable instanceof Coroutine<T>;
        return inHere ? ((Coroutine<T>) awaitable).where() : null;
    }

    @Override
    public String name() {
        return "wait_for";
    }
}
