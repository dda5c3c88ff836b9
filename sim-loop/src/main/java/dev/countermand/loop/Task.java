package dev.countermand.loop;

import static dev.countermand.loop.VersionDifference.UNCANCEL_TO_ZERO_DROPS_PENDING_CANCEL;

import dev.countermand.loop.error.BlockingCall;
import dev.countermand.loop.error.CancelledError;
import dev.countermand.loop.error.InvalidStateError;
import dev.countermand.loop.error.KeyboardInterrupt;
import dev.countermand.loop.error.RunAborted;
import dev.countermand.loop.error.RuntimeError;
import dev.countermand.loop.error.SystemExit;
import dev.countermand.loop.oracle.Oracle;
import dev.countermand.loop.schedule.Actor;
import dev.countermand.loop.schedule.Standing;
import org.jspecify.annotations.Nullable;

/**
 * A coroutine that the loop drives: {@code asyncio.Task}, with the rules of its C implementation.
 *
 * @param <T> the type of the coroutine's value
 */
public final class Task<T> extends Future<T> implements Actor {
    private final long id;
    private final Context context;
    private final Coroutine<T> coroutine;

    private final boolean isFree;

    /** Null as long as it is the coroutine's: most tasks are never asked for their names. */
    private @Nullable String name;

    private @Nullable Future<?> futureAwaited;
    private @Nullable TaskStep turn;
    private boolean hasBegun;
    private boolean mustCancel;
    private int cancelRequests;

    /** The neighbours in the loop's list of unfinished tasks, which is in order of creation. */
    @Nullable Task<?> previous;

    /** See {@link #previous}. */
    @Nullable Task<?> next;

    Task(SimLoop loop, Coroutine<T> coroutine, TaskOptions options) {
        super(loop);
        this.id = loop.simulation().nextTaskId();
        this.coroutine = coroutine;
        this.isFree = options.order() == TaskOptions.Order.ANY;
        if (loop.accesses != null) {
            loop.accesses.made(coroutine);
        }
        this.name = loop.simulation().taskName(options.name());
        this.context = options.context() == null ? loop.copyContext() : options.context();
        loop.tasks().add(this);
        if (Boolean.TRUE.equals(options.eagerStart()) && loop.isRunning()) {
            startEagerly();
        } else {
            loop.enqueue(new TaskStep(this, null));
        }
    }

    /** Runs the first step inside the caller's: {@code Task.__eager_start}. */
    private void startEagerly() {
        Context outer = loop.enterContext(context);
        try {
            stepOnce(null);
        } finally {
            loop.enterContext(outer);
        }
    }

    /**
     * A number that tells tasks of one simulation apart; they count from 1 in order of creation.
     */
    public long id() {
        return id;
    }

    @Override
    public long actorId() {
        return id;
    }

    /** The task's name and, while it is suspended, the place of its await. */
    @Override
    public String actorName() {
        String where = isDone() ? null : coroutine.where();
        return where == null ? name() : name() + " at " + where;
    }

    /** The task's name: {@code get_name}. */
    public String name() {
        String own = name;
        return own == null ? coroutine.name() : own;
    }

    /** Renames it: {@code set_name}. */
    public void setName(String newName) {
        Accesses.everything();
        name = newName;
    }

    /** Whether its steps wait for their turn in no queue, as those of a thread. */
    public boolean isFree() {
        return isFree;
    }

    /** The context its steps run in: {@code get_context}. */
    public Context context() {
        return context;
    }

    /** The coroutine it drives: {@code get_coro}. */
    public Coroutine<T> coroutine() {
        return coroutine;
    }

    /** What the task awaits, null if it is done, runs, or is about to run. */
    public @Nullable Future<?> awaits() {
        noteControl();
        return futureAwaited;
    }

    /** How far it has come, seen between two steps. */
    Standing standing() {
        if (!hasBegun) {
            return Standing.NEW;
        }
        return futureAwaited == null || futureAwaited.isDone() ? Standing.WOKEN : Standing.WAITING;
    }

    /**
     * Asks the task to end: a CancelledError is raised in its coroutine in the next iteration.
     *
     * <p>If it awaits something, that is cancelled instead, and the request comes back through it.
     *
     * @param message what the CancelledError will say, null for nothing
     * @return false, changing nothing, if the task is done
     */
    @Override
    public boolean cancel(@Nullable String message) {
        if (isDone()) {
            // Like any future it then no longer reports its error, unless somebody has looked.
            return super.cancel(message);
        }
        noteControl();
        cancelRequests++;
        LoopTracer tracer = loop.tracer();
        if (tracer == null) {
            requestCancel(message);
        } else {
            tracer.cancelled(this, message);
            tracer.within(describe(), () -> requestCancel(message));
        }
        return true;
    }

    private void requestCancel(@Nullable String message) {
        if (futureAwaited == null || !futureAwaited.cancel(message)) {
            // It runs, is about to run, or what it awaits is done or resists: the next step raises.
            mustCancel = true;
            setCancelMessage(message);
        }
    }

    /** Whether the next step raises a CancelledError whatever the awaited future says. */
    boolean isToBeCancelled() {
        return mustCancel;
    }

    /**
     * Tells the oracles that a timeout or a task group was left without a CancelledError: then no
     * request may be on this task's account that came while it was inside, but one that is still to
     * be raised.
     *
     * @param scope what was left, in words
     * @param cancellingAtEntry {@link #cancelling} when it was entered
     */
    public void leftScope(String scope, int cancellingAtEntry) {
        if (cancelRequests > cancellingAtEntry && !mustCancel) {
            loop.simulation().findings().report(Oracle.CANCEL_COUNT, describe() + " left a " + scope
                    + " with " + (cancelRequests - cancellingAtEntry)
                    + " more on its cancel count than it entered it with");
        }
    }

    /** How many cancellations were requested and not taken back: {@code cancelling()}. */
    public int cancelling() {
        if (loop.accesses != null) {
            loop.accesses.read(coroutine);
        }
        return cancelRequests;
    }

    /**
     * Takes back one request for cancellation.
     *
     * @return the number of requests that remain
     */
    public int uncancel() {
        noteControl();
        if (cancelRequests > 0) {
            cancelRequests--;
            if (cancelRequests == 0
                    && loop.python().has(UNCANCEL_TO_ZERO_DROPS_PENDING_CANCEL)) {
                mustCancel = false;
            }
        }
        return cancelRequests;
    }

    /**
     * Resumes the coroutine once: {@code Task.__step}. The only place where coroutines are resumed.
     */
    void step(@Nullable Throwable thrown) {
        if (isDone()) {
            throw new InvalidStateError("__step(): already done: " + this);
        }
        Throwable error = thrown;
        if (mustCancel) {
            if (!(error instanceof CancelledError)) {
                error = makeCancelledError();
            }
            mustCancel = false;
        }
        futureAwaited = null;
        stepOnce(error);
    }

    private void stepOnce(@Nullable Throwable thrown) {
        hasBegun = true;
        noteControl();
        Task<?> outer = loop.enterTask(this);
        try {
            Signal signal = coroutine.resume(thrown);
            while (signal instanceof Future<?> future && future.refused) {
                signal = coroutine.resume(
                        new RuntimeError("await wasn't used with future"));
            }
            if (signal == Signal.RETURNED) {
                finish();
            } else if (signal == Signal.YIELDED) {
                loop.enqueue(nextTurn());
            } else {
                suspendOn((Future<?>) signal);
            }
        } catch (CancelledError cancelled) {
            cancelledBy(cancelled);
        } catch (KeyboardInterrupt | SystemExit leaving) {
            fail(leaving);
            throw leaving;
        } catch (BlockingCall stuck) {
            // Its coroutine was given up; whoever awaits this task shall not wait for ever.
            super.cancel(null);
            throw stuck;
        } catch (RunAborted verdict) {
            throw verdict;
        } catch (Throwable error) {
            fail(error);
        } finally {
            loop.enterTask(outer);
        }
    }

    /**
     * Notes a use of what the task's steps and its cancellers share, apart from the future that it
     * is as well. The coroutine stands for it, so that a step that ends nothing does not seem to
     * touch what those see who only wait for the task.
     */
    private void noteControl() {
        if (loop.accesses != null) {
            loop.accesses.write(coroutine);
        }
    }

    /** The step after a bare yield: one object serves all of them, as only one waits at a time. */
    private TaskStep nextTurn() {
        TaskStep next = turn;
        if (next == null) {
            next = new TaskStep(this, null);
            turn = next;
        }
        return next;
    }

    private void finish() {
        if (mustCancel) {
            // It was cancelled in its last step: the result is lost.
            mustCancel = false;
            super.cancel(cancelMessage());
        } else {
            succeed(coroutine.result());
        }
    }

    private void suspendOn(Future<?> future) {
        if (future.loop != loop) {
            future.refused = true;
            throwNext("Task " + this + " got Future " + future + " attached to a different loop",
                    "a future belongs to the loop that made it: make it, or the task, in the run"
                            + " that awaits it");
        } else if (future == this) {
            refused = true;
            throwNext("Task cannot await on itself: " + this, "only another task can await it");
        } else {
            future.addWaiter(this);
            futureAwaited = future;
            if (loop.tracer() != null) {
                loop.tracer().awaited(this, future);
            }
            if (mustCancel && future.cancel(cancelMessage())) {
                mustCancel = false;
            }
        }
    }

    private void throwNext(String message, String remedy) {
        loop.enqueue(new TaskStep(this, new RuntimeError(message, remedy)));
    }

    @Override
    void completed() {
        loop.tasks().remove(this);
        if (cancelRequests > 0 && !isCancelled()) {
            loop.simulation().findings().report(Oracle.CANCEL_COUNT, describe() + " ended with "
                    + cancelRequests + " of its cancellations neither obeyed nor taken back");
        }
        if (loop.tracer() != null) {
            loop.tracer().ended(this);
        }
    }

    /** Not allowed on a task. */
    @Override
    public void setResult(@Nullable T result) {
        throw new RuntimeError("Task does not support set_result operation");
    }

    /** Not allowed on a task. */
    @Override
    public void setException(Throwable error) {
        throw new RuntimeError("Task does not support set_exception operation");
    }

    @Override
    public String describe() {
        return "task " + name();
    }

    @Override
    public String toString() {
        String word = cancelRequests > 0 && !isDone() ? "cancelling" : stateWord();
        return "<Task " + word + " name='" + name() + "'>";
    }
}
