package dev.countermand.concurrent;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A {@link CompletableFuture} that lives in the simulation: who waits for it waits there, its
 * timeouts are of virtual time, and its asynchronous stages run on the simulation's threads. The
 * futures that come from it are such futures too.
 */
final class SimCompletableFuture<T> extends CompletableFuture<T> {
    private final Sim sim;

    SimCompletableFuture(Sim sim) {
        this.sim = sim;
    }

    @Override
    public <U> CompletableFuture<U> newIncompleteFuture() {
        return new SimCompletableFuture<>(sim);
    }

    @Override
    public Executor defaultExecutor() {
        return sim.commonPool();
    }

    private Gate done() {
        Gate done = new Gate("a CompletableFuture");
        whenComplete((value, error) -> done.open());
        return done;
    }

    @Override
    public T get() throws InterruptedException, ExecutionException {
        if (!isDone()) {
            sim.waits().await(done(), Waits.NO_LIMIT);
        }
        return super.get();
    }

    @Override
    public T get(long timeout, TimeUnit unit)
            throws InterruptedException, ExecutionException, TimeoutException {
        if (!isDone() && !sim.waits().await(done(), Math.max(0, unit.toNanos(timeout)))) {
            throw new TimeoutException();
        }
        return super.get();
    }

    @Override
    public T join() {
        if (!isDone()) {
            sim.waits().awaitUninterruptibly(done());
        }
        return super.join();
    }

    @Override
    public CompletableFuture<T> orTimeout(long timeout, TimeUnit unit) {
        return endAfter(timeout, unit, () -> completeExceptionally(new TimeoutException()));
    }

    @Override
    public CompletableFuture<T> completeOnTimeout(T value, long timeout, TimeUnit unit) {
        return endAfter(timeout, unit, () -> complete(value));
    }

    private CompletableFuture<T> endAfter(long timeout, TimeUnit unit, Runnable end) {
        if (!isDone()) {
            Future<?> timer = sim.delays().schedule(end, timeout, unit);
            whenComplete((value, error) -> timer.cancel(false));
        }
        return this;
    }
}
