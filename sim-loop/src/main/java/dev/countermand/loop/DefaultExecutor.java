package dev.countermand.loop;

import dev.countermand.loop.error.RunAborted;
import dev.countermand.loop.error.RuntimeError;
import dev.countermand.loop.oracle.Oracle;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * The loop's default executor, simulated: a job takes virtual time and ends outside the loop.
 *
 * <p>There are always enough workers. The job's code runs at the moment it ends, in the loop's
 * select, as the result of a thread would arrive. Cancelling the future of a job does not stop it;
 * its result is dropped.
 */
public final class DefaultExecutor {
    private final SimLoop loop;
    private boolean used;
    private boolean shutdownCalled;
    private long lastEnd;

    /** Whose job ends last, for reports only; null if no task submitted it. */
    private @Nullable Task<?> submitter;

    DefaultExecutor(SimLoop loop) {
        this.loop = loop;
    }

    /**
     * Starts a job.
     *
     * @param durationNanos how long it takes, in virtual nanoseconds
     * @return a future of the loop with the job's result or error
     * @throws RuntimeError if the executor was shut down
     */
    public <T> Future<T> submit(long durationNanos, Callable<T> job) {
        Accesses.write(this);
        if (shutdownCalled) {
            throw new RuntimeError("Executor shutdown has been called");
        }
        used = true;
        Future<T> future = loop.createFuture();
        future.setPurpose("an executor job");
        long end = loop.deadlineAfter(Math.max(0, durationNanos));
        if (end > lastEnd) {
            lastEnd = end;
            submitter = loop.currentTask();
        }
        loop.arriveAt(end, "executor job", () -> finish(future, job));
        return future;
    }

    private <T> void finish(Future<T> future, Callable<T> job) {
        @Nullable T result = null;
        @Nullable Throwable error = null;
        try {
            result = job.call();
        } catch (RunAborted verdict) {
            throw verdict;
        } catch (Throwable failure) {
            error = failure;
        }
        if (!loop.isClosed()) {
            T value = result;
            Throwable failure = error;
            loop.callSoonThreadsafe(() -> deliver(future, value, failure));
        }
    }

    private static <T> void deliver(
            Future<T> future, @Nullable T result, @Nullable Throwable error) {
        if (future.isCancelled()) {
            return;
        }
        if (error != null) {
            future.setException(error);
        } else {
            future.setResult(result);
        }
    }

    /** Refuses jobs from now on; those that run go on. */
    public void refuseJobs() {
        Accesses.write(this);
        shutdownCalled = true;
    }

    /** Whether a job was ever submitted, and so there are workers to wait for. */
    public boolean wasUsed() {
        Accesses.read(this);
        return used;
    }

    /** A future that is done when every job has ended: the thread that joins the workers. */
    public Future<Object> joined() {
        Future<Object> future = loop.createFuture();
        future.setPurpose("the executor's jobs");
        Accesses.read(this);
        loop.arriveAt(Math.max(lastEnd, loop.nanos()), "executor shutdown", () -> {
            if (!loop.isClosed()) {
                loop.callSoonThreadsafe(() -> {
                    if (!future.isCancelled()) {
                        future.setResult(null);
                    }
                });
            }
        });
        return future;
    }

    /** The loop is closed: nothing is accepted any more. */
    void close() {
        if (used && lastEnd > loop.nanos()) {
            loop.simulation().findings().report(Oracle.AFTER_CLOSE,
                    "an executor job" + (submitter == null ? "" : " of " + submitter.describe())
                            + " ends after its loop was closed: its result is dropped");
        }
        shutdownCalled = true;
        used = false;
    }
}
