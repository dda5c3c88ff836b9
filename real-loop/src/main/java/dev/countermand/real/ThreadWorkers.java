package dev.countermand.real;

import dev.countermand.loop.Surroundings;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Workers that are threads: Python's {@code ThreadPoolExecutor}, as the default executor uses it.
 *
 * <p>The threads are {@code asyncio_0}, {@code asyncio_1}, .. and are no daemons: the process waits
 * for jobs that run, as Python's does at its exit. A worker that has nothing to do for a second
 * ends, so that a loop that nobody closed does not keep the process.
 */
final class ThreadWorkers implements Surroundings.Workers {
    private static final int IDLE_SECONDS = 1;

    private final int most;
    private int threads;
    private @Nullable ThreadPoolExecutor pool;

    ThreadWorkers(int most) {
        this.most = most;
    }

    @Override
    public Runnable start(long takesNanos, Runnable job) {
        ThreadPoolExecutor own = pool();
        own.execute(job);
        // Only a job that still waits for a worker is in the queue.
        return () -> own.remove(job);
    }

    /** The pool, which is made when it is first needed, as in asyncio. */
    private ThreadPoolExecutor pool() {
        ThreadPoolExecutor own = pool;
        if (own == null) {
            own = new ThreadPoolExecutor(most, most, IDLE_SECONDS, TimeUnit.SECONDS,
                    new LinkedBlockingQueue<>(), this::worker);
            own.allowCoreThreadTimeOut(true);
            pool = own;
        }
        return own;
    }

    /** Made by whoever submits a job, or in place of a thread that has died. */
    private synchronized Thread worker(Runnable work) {
        Thread thread = new Thread(null, work, "asyncio_" + threads++);
        thread.setDaemon(false);
        return thread;
    }

    @Override
    public void join(Runnable joined) {
        ThreadPoolExecutor own = pool();
        own.shutdown();
        Thread joining = new Thread(null, () -> join(own, joined), "asyncio_shutdown");
        joining.setDaemon(true);
        joining.start();
    }

    private static void join(ThreadPoolExecutor pool, Runnable joined) {
        try {
            while (!pool.awaitTermination(1, TimeUnit.DAYS)) {
                // Whoever cannot wait so long has a limit of its own.
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return;
        }
        joined.run();
    }

    @Override
    public void close() {
        if (pool != null) {
            pool.shutdown();
        }
    }
}
