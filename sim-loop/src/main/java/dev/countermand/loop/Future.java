package dev.countermand.loop;

import dev.countermand.loop.error.CancelledError;
import dev.countermand.loop.error.InvalidStateError;
import dev.countermand.loop.error.Throwing;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A value that will be there later: {@code asyncio.Future}, with the texts of its C implementation.
 *
 * <p>Make one with {@link SimLoop#createFuture}; await it by returning it from {@link
 * Coroutine#resume}, or with {@code await} in direct style.
 *
 * @param <T> the type of the value
 */
public non-sealed class Future<T> implements Signal, Awaitable<T> {
    /*
     * The callbacks are null, one of them, or a list: nearly all futures have at most one. A
     * callback is a Task, which is to be woken, or a CallbackEntry.
     */
    private static final byte PENDING = 0;
    private static final byte CANCELLED = 1;
    private static final byte RETURNED = 2;
    private static final byte FAILED = 3;

    final SimLoop loop;
    private byte state;
    private boolean logTraceback;

    /** Whether anybody has looked at the outcome; being told while one is cancelled is not it. */
    boolean heard;

    /**
     * Whether a task refused to wait for it: CPython's {@code _asyncio_future_blocking}, which then
     * stays set, so that every later await fails until the future is done.
     */
    boolean refused;

    private @Nullable Object outcome;
    private @Nullable Object callbacks;
    private @Nullable String cancelMessage;
    private @Nullable CancelledError cancelledError;
    private @Nullable Object purpose;

    /** Creates a pending future of a loop: use {@link SimLoop#createFuture}. */
    protected Future(SimLoop loop) {
        this.loop = loop;
        if (loop.accesses != null) {
            loop.accesses.made(this);
        }
    }

    private void noteRead() {
        if (loop.accesses != null) {
            loop.accesses.read(this);
        }
    }

    private void noteWrite() {
        if (loop.accesses != null) {
            loop.accesses.write(this);
        }
    }

    /** The loop it belongs to. */
    public final SimLoop loop() {
        return loop;
    }

    /** Says what waiting on this future means, for reports; only its {@code toString} is used. */
    public final void setPurpose(Object what) {
        purpose = what;
    }

    /** What waiting on this future means, in words. */
    public String describe() {
        return purpose == null ? "a future" : purpose.toString();
    }

    /** Whether it has a result, an error, or is cancelled. */
    public final boolean isDone() {
        noteRead();
        return state != PENDING;
    }

    /** The same for the loop itself, which looks between two steps. */
    final boolean isOver() {
        return state != PENDING;
    }

    /** Whether it was cancelled. */
    public final boolean isCancelled() {
        noteRead();
        return state == CANCELLED;
    }

    /** Whether it is done with an error. */
    public final boolean isFailed() {
        noteRead();
        return state == FAILED;
    }

    /**
     * The result.
     *
     * @throws CancelledError if it was cancelled
     * @throws InvalidStateError if it is not done
     * @throws RuntimeException the very error that was set, checked ones unwrapped
     */
    @SuppressWarnings("unchecked")
    public final @Nullable T result() {
        Throwable error = errorForWaiter("Result is not set.");
        if (error != null) {
            throw Throwing.asIs(error);
        }
        return (T) outcome;
    }

    /**
     * The error that was set, null if there is a result.
     *
     * @throws CancelledError if it was cancelled
     * @throws InvalidStateError if it is not done
     */
    public final @Nullable Throwable exception() {
        noteRead();
        if (state == CANCELLED) {
            throw makeCancelledError();
        }
        return errorForWaiter("Exception is not set.");
    }

    /**
     * The error that {@link #result} would raise; null if there is a result. Marks it retrieved.
     */
    final @Nullable Throwable errorForWaiter(String ifPending) {
        noteRead();
        if (state == CANCELLED) {
            return makeCancelledError();
        }
        if (state == PENDING) {
            throw new InvalidStateError(ifPending);
        }
        stopReporting();
        heard = true;
        return state == FAILED ? error() : null;
    }

    /**
     * The error to raise for this cancelled future: {@code _make_cancelled_error}.
     *
     * @return for a task whose coroutine raised a CancelledError that one, the first time;
     *     otherwise a new one with the message of the cancellation
     */
    public final CancelledError makeCancelledError() {
        CancelledError saved = cancelledError;
        noteRead();
        if (saved != null) {
            noteWrite();
            cancelledError = null;
            return saved;
        }
        return new CancelledError(cancelMessage);
    }

    /** The message given to {@link #cancel(String)}, null if none: {@code _cancel_message}. */
    public final @Nullable String cancelMessage() {
        noteRead();
        return cancelMessage;
    }

    final void setCancelMessage(@Nullable String message) {
        cancelMessage = message;
    }

    /** Cancels without a message. */
    public final boolean cancel() {
        return cancel(null);
    }

    /**
     * Cancels the future and schedules its callbacks.
     *
     * @param message what the CancelledError will say, null for nothing
     * @return false, changing nothing, if it is done
     */
    public boolean cancel(@Nullable String message) {
        noteRead();
        stopReporting();
        if (state != PENDING) {
            return false;
        }
        cancelMessage = message;
        complete(CANCELLED, null);
        return true;
    }

    /**
     * Ends a task as cancelled by an error that its coroutine raised, which is kept for the first
     * result().
     */
    final void cancelledBy(CancelledError error) {
        cancelledError = error;
        cancelMessage = null;
        complete(CANCELLED, null);
    }

    /**
     * Sets the result and schedules the callbacks.
     *
     * @throws InvalidStateError if it is done
     */
    public void setResult(@Nullable T result) {
        noteRead();
        if (state != PENDING) {
            throw new InvalidStateError("invalid state");
        }
        complete(RETURNED, result);
    }

    /**
     * Sets the error and schedules the callbacks.
     *
     * @throws InvalidStateError if it is done
     */
    public void setException(Throwable error) {
        noteRead();
        if (state != PENDING) {
            throw new InvalidStateError("invalid state");
        }
        fail(error);
    }

    final void fail(Throwable error) {
        logTraceback = true;
        complete(FAILED, loop.futureFailed(this, error));
    }

    final void succeed(@Nullable T result) {
        complete(RETURNED, result);
    }

    private void complete(byte newState, @Nullable Object newOutcome) {
        loop.checkThread();
        noteWrite();
        state = newState;
        outcome = newOutcome;
        completed();
        Object scheduled = callbacks;
        callbacks = null;
        if (scheduled instanceof List<?> several) {
            several.forEach(this::schedule);
        } else if (scheduled != null) {
            schedule(scheduled);
        }
    }

    /** Called once when the future is done, before its callbacks are scheduled. */
    void completed() {}

    private void schedule(Object callback) {
        if (callback instanceof Task<?> waiter) {
            loop.enqueue(new TaskWakeup(waiter, this));
        } else {
            CallbackEntry entry = (CallbackEntry) callback;
            loop.enqueue(new CallbackHandle(entry.callback(), this, entry.context()));
        }
    }

    /** Adds a callback in a copy of the current context. */
    public final void addDoneCallback(DoneCallback callback) {
        addDoneCallback(callback, loop.copyContext());
    }

    /** Adds a callback in a given context; on a future that is done it is scheduled at once. */
    public final void addDoneCallback(DoneCallback callback, Context context) {
        attach(new CallbackEntry(callback, context));
    }

    /**
     * Makes a task go on when this future is done: the wake-up that a suspended task leaves here.
     */
    final void addWaiter(Task<?> waiter) {
        attach(waiter);
    }

    @SuppressWarnings("unchecked")
    private void attach(Object callback) {
        noteWrite();
        if (state != PENDING) {
            schedule(callback);
        } else if (callbacks == null) {
            callbacks = callback;
        } else if (callbacks instanceof List<?> several) {
            ((List<Object>) several).add(callback);
        } else {
            List<Object> several = new ArrayList<>(4);
            several.add(callbacks);
            several.add(callback);
            callbacks = several;
        }
    }

    /**
     * Removes all registrations of a callback that are not scheduled yet.
     *
     * @return how many there were
     */
    public final int removeDoneCallback(DoneCallback callback) {
        noteWrite();
        if (callbacks instanceof List<?> several) {
            int before = several.size();
            several.removeIf(entry -> isEntryOf(entry, callback));
            return before - several.size();
        }
        if (callbacks != null && isEntryOf(callbacks, callback)) {
            callbacks = null;
            return 1;
        }
        return 0;
    }

    private static boolean isEntryOf(Object entry, DoneCallback callback) {
        return entry instanceof CallbackEntry known && known.callback().equals(callback);
    }

    /** Whether it failed and nobody has looked at the error: {@code _log_traceback}. */
    final boolean isUnretrieved() {
        return logTraceback;
    }

    /** Marks the error as looked at, so that it is not reported as never retrieved. */
    public final void markRetrieved() {
        noteRead();
        stopReporting();
        heard = true;
    }

    private void stopReporting() {
        logTraceback = false;
        if (outcome instanceof ForgottenErrors.Outcome kept) {
            kept.retrieved = true;
        }
    }

    /** The error of a future that failed. */
    private Throwable error() {
        return outcome instanceof ForgottenErrors.Outcome kept ? kept.error : (Throwable) outcome;
    }

    @Override
    public String toString() {
        return "<Future " + stateWord() + ">";
    }

    final String stateWord() {
        return switch (state) {
            case PENDING -> "pending";
            case CANCELLED -> "cancelled";
            default -> "finished";
        };
    }

    private record CallbackEntry(DoneCallback callback, Context context) {}

    /** Runs one callback of a future that is done. */
    private static final class CallbackHandle extends Handle {
        private final DoneCallback target;
        private final Future<?> future;

        CallbackHandle(DoneCallback target, Future<?> future, Context context) {
            super(future.loop, null, context);
            this.target = target;
            this.future = future;
        }

        @Override
        void call() {
            target.done(future);
        }

        @Override
        String describe() {
            return "done callback of " + future.describe();
        }
    }
}
