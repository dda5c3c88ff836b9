package dev.countermand.concurrent;

import dev.countermand.loop.SimLoop;
import dev.countermand.loop.Simulation;
import dev.countermand.loop.Task;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A job of a simulated executor: the JDK's own {@link FutureTask}, so its states are exact; only
 * who waits for it waits in the simulation.
 */
class SimJob<V> extends FutureTask<V> {
    private final Gate done;
    private final Waits waits;
    private final Callable<V> work;
    private @Nullable Task<?> thread;

    SimJob(Simulation world, Callable<V> work) {
        super(work);
        this.waits = Waits.of(world);
        this.work = work;
        this.done = new Gate("the result of " + Names.of(work));
    }

    @Override
    public void run() {
        thread = SimLoop.running().currentTask();
        try {
            super.run();
        } finally {
            thread = null;
        }
    }

    /** Runs a periodic job once; gives whether it may run again. */
    boolean runOnce() {
        thread = SimLoop.running().currentTask();
        try {
            return super.runAndReset();
        } finally {
            thread = null;
        }
    }

    @Override
    protected void done() {
        done.open();
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        Task<?> running = thread;
        boolean cancelled = super.cancel(mayInterruptIfRunning);
        if (cancelled && mayInterruptIfRunning && running != null) {
            waits.interrupt(running);
        }
        return cancelled;
    }

    @Override
    public V get() throws InterruptedException, ExecutionException {
        waits.await(done, Waits.NO_LIMIT);
        return super.get();
    }

    @Override
    public V get(long timeout, TimeUnit unit)
            throws InterruptedException, ExecutionException, TimeoutException {
        if (!waits.await(done, Math.max(0, unit.toNanos(timeout)))) {
            throw new TimeoutException();
        }
        return super.get();
    }

    @Override
    public String toString() {
        return Names.of(work);
    }
}
