package dev.countermand.reactor;

import dev.countermand.concurrent.RoundRobin;
import dev.countermand.concurrent.Sim;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * A {@link Scheduler} of Reactor on a simulated loop: delays take virtual time, and which of its
 * threads goes on next is a choice of the schedule.
 *
 * <p>Hand it to the operators that take a scheduler, or {@link #install} it in place of Reactor's
 * own.
 */
public final class SimScheduler implements Scheduler {
    private final Sim sim;
    private final RoundRobin<Scheduler> threads;
    private boolean disposed;

    private SimScheduler(Sim sim, int threads) {
        this.sim = sim;
        this.threads = new RoundRobin<>(threads,
                () -> Schedulers.fromExecutorService(sim.scheduledExecutor(1)));
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
     * Lets Reactor's own schedulers, which operators such as {@code Mono.delay} use when they are
     * given none, be simulated ones from now on.
     *
     * <p>Reactor keeps its schedulers in static fields, so tests that do this must not run at the
     * same time.
     *
     * @return gives Reactor its own ones back
     */
    public static AutoCloseable install(Sim sim) {
        Schedulers.setFactory(new SimSchedulers(sim));
        return Schedulers::resetFactory;
    }

    /**
     * Waits for a value: {@link Mono#block()} for every JDK.
     *
     * @return null if it is empty
     */
    public static <T> @Nullable T await(Sim sim, Mono<T> mono) {
        CompletableFuture<@Nullable T> future = sim.newFuture();
        mono.subscribe(future::complete, future::completeExceptionally,
                () -> future.complete(null));
        return future.join();
    }

    @Override
    public long now(TimeUnit unit) {
        return unit.convert(sim.clock().millis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public Disposable schedule(Runnable task) {
        return threads.next().schedule(task);
    }

    @Override
    public Disposable schedule(Runnable task, long delay, TimeUnit unit) {
        return threads.next().schedule(task, delay, unit);
    }

    @Override
    public Disposable schedulePeriodically(
            Runnable task, long initialDelay, long period, TimeUnit unit) {
        return threads.next().schedulePeriodically(task, initialDelay, period, unit);
    }

    @Override
    public Worker createWorker() {
        return threads.next().createWorker();
    }

    @Override
    public void dispose() {
        disposed = true;
        threads.made().forEach(Scheduler::dispose);
    }

    @Override
    public boolean isDisposed() {
        return disposed;
    }

    @Override
    public String toString() {
        return "simulated";
    }
}
