package dev.countermand.loop;

import dev.countermand.loop.error.KeyboardInterrupt;
import dev.countermand.loop.error.RunAborted;
import dev.countermand.loop.error.SystemExit;
import dev.countermand.loop.schedule.Actor;
import org.jspecify.annotations.Nullable;

/** A callback in the loop's queue: {@code asyncio.Handle}. */
public class Handle implements Actor {
    final SimLoop loop;
    final Context context;
    private @Nullable Runnable callback;
    private boolean cancelled;

    Handle(SimLoop loop, @Nullable Runnable callback, Context context) {
        this.loop = loop;
        this.callback = callback;
        this.context = context;
    }

    /** Takes the callback back; no effect once it has run. */
    public void cancel() {
        if (loop.accesses != null) {
            loop.accesses.write(this);
        }
        cancelled = true;
        callback = null;
    }

    /** Whether {@link #cancel} was called. */
    public final boolean isCancelled() {
        return cancelled;
    }

    /** The context the callback runs in. */
    public final Context context() {
        return context;
    }

    /**
     * Calls the callback. What it throws goes to the exception handler, as {@code Handle._run} has
     * it.
     */
    final void run() {
        Context outer = loop.enterContext(context);
        Throwable failed = null;
        try {
            call();
        } catch (KeyboardInterrupt | SystemExit | RunAborted leaving) {
            throw leaving;
        } catch (Throwable error) {
            failed = error;
        } finally {
            loop.enterContext(outer);
        }
        // Outside the callback's context: before 3.12 the handler does not run in it.
        if (failed != null) {
            loop.callExceptionHandler(
                    ExceptionReport.ofHandle("Exception in callback " + describe(), failed, this));
        }
    }

    /** What running this handle does. */
    void call() {
        Runnable target = callback;
        if (target != null) {
            target.run();
        }
    }

    /** The task of which this is a step, null for any other callback. */
    public @Nullable Task<?> stepOf() {
        return null;
    }

    /** Whether it may run before handles that were ready earlier. */
    boolean isFree() {
        return false;
    }

    /** What this handle does, for traces and reports; the same words in every run. */
    String describe() {
        return "callback";
    }

    /** The task whose doing this is, 0 if it is no task's. */
    @Override
    public long actorId() {
        return 0;
    }

    @Override
    public String actorName() {
        return describe();
    }

    @Override
    public String toString() {
        return describe();
    }
}
