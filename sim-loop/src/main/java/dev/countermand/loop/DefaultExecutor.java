package dev.countermand.loop;

import dev.countermand.loop.error.RunAborted;
import dev.countermand.loop.error.RuntimeError;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * The loop's default executor: its workers do jobs, and tell the loop when one has ended.
 *
 * <p>In a simulation they are {@link VirtualWorkers}: a job takes virtual time and its code runs at
 * its end. Cancelling the future of a job does not stop a job that has begun; its result is
 * dropped.
 */
public final class DefaultExecutor {
    private final SimLoop loop;
    private final Surroundings.Workers workers;
    private boolean used;
    private boolean shutdownCalled;

    DefaultExecutor(SimLoop loop, Surroundings.Workers workers) {
        this.loop = loop;
        this.workers = workers;
    }

    /**
     * Starts a job.
     *
     * @param durationNanos how long it takes, in virtual nanoseconds; of no effect on real time
     * @return a future of the loop with the job's result or error
     * @throws RuntimeError if the executor was shut down
     */
    public <T> Future<T> submit(long durationNanos, Callable<T> job) {
        Accesses.write(this);
        if (shutdownCalled) {
            throw new RuntimeError("Executor shutdown has been called");
        }
        used = true;
        JobFuture<T> future = new JobFuture<>(loop);
        future.setPurpose("an executor job");
        future.takeBack = workers.start(durationNanos, () -> finish(future, job));
        return future;
    }

    /**
     * The future of a job. Cancelled, it takes back a job that no worker has begun; asyncio does so
     * in a callback of the future, one iteration later.
     */
    private static final class JobFuture<T> extends Future<T> {
        private Runnable takeBack = () -> {};

        JobFuture(SimLoop loop) {
            super(loop);
        }

        @Override
        public boolean cancel(@Nullable String message) {
            boolean cancelled = super.cancel(message);
            if (cancelled) {
                takeBack.run();
            }
            return cancelled;
        }
    }

    private <T> void finish(Future<T> future, Callable<T> job) {
        @Nullable T result = null;
        @Nullable Throwable error = null;
        try {
            // A thread of its own has a context of its own, as in Python.
            result = loop.calls == null ? job.call() : new Context().<T>run(job);
        } catch (RunAborted verdict) {
            throw verdict;
        } catch (Throwable failure) {
            error = failure;
        }
        T value = result;
        Throwable failure = error;
        tellLoop(() -> deliver(future, value, failure));
    }

    /** Has something done on the loop's thread, unless the loop is closed. */
    private void tellLoop(Runnable news) {
        if (loop.calls != null) {
            loop.calls.addUnlessClosed(news);
        } else if (!loop.isClosed()) {
            loop.callSoon(news);
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
        workers.join(() -> tellLoop(() -> {
            if (!future.isCancelled()) {
                future.setResult(null);
            }
        }));
        return future;
    }

    /** The loop is closed: nothing is accepted any more. */
    void close() {
        if (used) {
            workers.close();
        }
        shutdownCalled = true;
        used = false;
    }
}
