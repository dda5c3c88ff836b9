package dev.countermand.rxjava;

import dev.countermand.concurrent.RoundRobin;
import dev.countermand.concurrent.Sim;
import io.reactivex.rxjava3.core.Scheduler;
import io.reactivex.rxjava3.core.Single;
import io.reactivex.rxjava3.disposables.Disposable;
import io.reactivex.rxjava3.plugins.RxJavaPlugins;
import io.reactivex.rxjava3.schedulers.Schedulers;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A {@link Scheduler} of RxJava on a simulated loop: delays take virtual time, and which of its
 * threads goes on next is a choice of the schedule.
 *
 * <p>Hand it to the operators that take a scheduler, or {@link #install} it in place of RxJava's
 * own.
 */
public final class SimScheduler extends Scheduler {
    private final Sim sim;
    private final RoundRobin<Scheduler> threads;

    private SimScheduler(Sim sim, int threads) {
        this.sim = sim;
        this.threads = new RoundRobin<>(threads,
                () -> Schedulers.from(sim.scheduledExecutor(1), true));
    }

    /**
     * Makes a scheduler with a number of threads.
     *
     * @throws IllegalArgumentException if it is less than 1
     */
    public static SimScheduler of(Sim sim, int threads) {
        return new SimScheduler(sim, threads);
    }

    /** Makes a scheduler with as many threads as there is work. */
    public static SimScheduler of(Sim sim) {
        return of(sim, Integer.MAX_VALUE);
    }

    /**
     * Lets RxJava's own schedulers be simulated ones from now on.
     *
     * <p>RxJava keeps its handlers in static fields, so tests that do this must not run at the same
     * time.
     *
     * @return gives RxJava its own ones back; other handlers that were set are taken out too
     */
    public static AutoCloseable install(Sim sim) {
        Scheduler many = of(sim);
        Scheduler one = of(sim, 1);
        RxJavaPlugins.setComputationSchedulerHandler(usual -> many);
        RxJavaPlugins.setIoSchedulerHandler(usual -> many);
        RxJavaPlugins.setNewThreadSchedulerHandler(usual -> many);
        RxJavaPlugins.setSingleSchedulerHandler(usual -> one);
        return RxJavaPlugins::reset;
    }

    /**
     * Waits for a value: {@link Single#blockingGet()} for every JDK.
     *
     * @throws java.util.concurrent.CompletionException around what it fails with
     */
    public static <T extends Object> T await(Sim sim, Single<T> single) {
        CompletableFuture<T> future = sim.newFuture();
        Disposable subscribed =
                single.subscribe(future::complete, future::completeExceptionally);
        try {
            return future.join();
        } finally {
            subscribed.dispose();
        }
    }

    @Override
    public long now(TimeUnit unit) {
        return unit.convert(sim.clock().millis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public Disposable scheduleDirect(Runnable run) {
        return threads.next().scheduleDirect(run);
    }

    @Override
    public Disposable scheduleDirect(Runnable run, long delay, TimeUnit unit) {
        return threads.next().scheduleDirect(run, delay, unit);
    }

    @Override
    public Disposable schedulePeriodicallyDirect(
            Runnable run, long initialDelay, long period, TimeUnit unit) {
        return threads.next().schedulePeriodicallyDirect(run, initialDelay, period, unit);
    }

    @Override
    public Worker createWorker() {
        return new SimWorker(threads.next().createWorker());
    }

    /** A worker that knows the virtual time: RxJava's own looks at the real clock. */
    private final class SimWorker extends Worker {
        private final Worker inner;

        SimWorker(Worker inner) {
            this.inner = inner;
        }

        @Override
        public Disposable schedule(Runnable run) {
            return inner.schedule(run);
        }

        @Override
        public Disposable schedule(Runnable run, long delay, TimeUnit unit) {
            return inner.schedule(run, delay, unit);
        }

        @Override
        public long now(TimeUnit unit) {
            return SimScheduler.this.now(unit);
        }

        @Override
        public void dispose() {
            inner.dispose();
        }

        @Override
        public boolean isDisposed() {
            return inner.isDisposed();
        }
    }
}
