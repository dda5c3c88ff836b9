package dev.countermand.loop.combine;

import static dev.countermand.loop.VersionDifference.WAIT_FOR_IS_A_TIMEOUT;

import dev.countermand.loop.Awaitable;
import dev.countermand.loop.Coroutine;
import dev.countermand.loop.Future;
import dev.countermand.loop.Signal;
import dev.countermand.loop.SimLoop;
import dev.countermand.loop.StepCoroutine;
import dev.countermand.loop.error.CancelledError;
import dev.countermand.loop.error.TimeoutError;
import org.jspecify.annotations.Nullable;

/**
 * Waits for one awaitable for a limited time, and cancels it then: {@code asyncio.wait_for} as it
 * is since Python 3.12.
 *
 * @param <T> the type of the value
 */
public final class WaitFor<T> extends StepCoroutine<T> {
    private static final int IN_TIMEOUT = 1;
    private static final int CANCELLING = 2;

    private final Awaitable<T> awaitable;
    private final @Nullable Long timeoutNanos;
    private @Nullable Timeout timeout;
    private @Nullable Future<T> future;
    private @Nullable CancelAndWait cancelling;

    private WaitFor(Awaitable<T> awaitable, @Nullable Long timeoutNanos) {
        this.awaitable = awaitable;
        this.timeoutNanos = timeoutNanos;
    }

    /**
     * Makes the coroutine, in the form that the simulated Python has: {@code asyncio.wait_for}.
     *
     * @param awaitable what to wait for
     * @param timeoutNanos how long, in nanoseconds, null for no limit; at zero or less it is
     *     cancelled before it begins
     */
    public static <T> Coroutine<T> of(
            SimLoop loop, Awaitable<T> awaitable, @Nullable Long timeoutNanos) {
        return loop.python().has(WAIT_FOR_IS_A_TIMEOUT)
                ? new WaitFor<>(awaitable, timeoutNanos)
                : new OldWaitFor<>(awaitable, timeoutNanos);
    }

    @Override
    protected Signal advance(@Nullable Throwable thrown) {
        if (state == 0) {
            return begin();
        }
        return state == CANCELLING ? goOnCancelling(thrown) : goOnWaiting(thrown, false);
    }

    private Signal begin() {
        SimLoop loop = SimLoop.running();
        if (timeoutNanos != null && timeoutNanos <= 0) {
            future = awaitable.ensureFuture(loop);
            if (future.isDone()) {
                return returned(future.result());
            }
            cancelling = new CancelAndWait(future);
            state = CANCELLING;
            return goOnCancelling(null);
        }
        timeout = new Timeout(
                timeoutNanos == null ? null : loop.deadlineAfter(timeoutNanos));
        timeout.enter();
        state = IN_TIMEOUT;
        return goOnWaiting(null, true);
    }

    /** {@code async with timeout(..): return await fut}. */
    private Signal goOnWaiting(@Nullable Throwable thrown, boolean first) {
        Signal signal;
        try {
            signal = awaitOn(thrown, first);
        } catch (Throwable error) {
            timeout.exit(error);
            throw error;
        }
        if (signal == Signal.RETURNED) {
            timeout.exit(null);
        }
        return signal;
    }

    private Signal awaitOn(@Nullable Throwable thrown, boolean first) {
        if (awaitable instanceof Coroutine<T> coroutine) {
            Signal signal = coroutine.resume(thrown);
            return signal == Signal.RETURNED ? returned(coroutine.result()) : signal;
        }
        Future<T> awaited = (Future<T>) awaitable;
        if (first && !awaited.isDone()) {
            return awaited;
        }
        return returned(awaited(awaited, thrown));
    }

    private Signal goOnCancelling(@Nullable Throwable thrown) {
        Signal signal = cancelling.resume(thrown);
        if (signal != Signal.RETURNED) {
            return signal;
        }
        return returned(resultOrTimeout(future));
    }

    /** The result of a future that was cancelled because its time was up. */
    static <V> @Nullable V resultOrTimeout(Future<V> future) {
        try {
            return future.result();
        } catch (CancelledError cancelled) {
            TimeoutError timeout = new TimeoutError();
            timeout.initCause(cancelled);
            throw timeout;
        }
    }

    @Override
    public @Nullable String where() {
        return awaitable instanceof Coroutine<T> coroutine ? coroutine.where() : null;
    }

    @Override
    public String name() {
        return "wait_for";
    }
}
