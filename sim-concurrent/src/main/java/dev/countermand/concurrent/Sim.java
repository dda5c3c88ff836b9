package dev.countermand.concurrent;

import dev.countermand.loop.SimLoop;
import dev.countermand.loop.Simulation;
import dev.countermand.loop.TaskOptions;
import dev.countermand.loop.direct.DirectStyle;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * A simulated loop as ordinary Java sees it: executors, timers, a clock, chance and threads, all of
 * them decided by the simulation.
 *
 * <p>Hand these to the code under test in place of the JDK's. The JDK promises no order among
 * threads, so which of several threads goes on next is a choice of the schedule, also where
 * asyncio's own order is kept.
 */
public final class Sim {
    /** What a loop's clock shows when the loop is made. */
    public static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");

    private final SimLoop loop;
    private final Names names = new Names();
    private @Nullable ExecutorService commonPool;
    private @Nullable ScheduledExecutorService delays;

    private Sim(SimLoop loop) {
        this.loop = loop;
    }

    /** The loops of one world, each with its own. */
    private static final class OfLoops {
        private final Map<SimLoop, Sim> known = new LinkedHashMap<>();
    }

    /** The ordinary Java of a loop: the same object each time. */
    public static Sim of(SimLoop loop) {
        return loop.simulation().attached(OfLoops.class, OfLoops::new)
                .known.computeIfAbsent(loop, Sim::new);
    }

    /**
     * The ordinary Java of the loop that runs on this thread.
     *
     * @throws dev.countermand.loop.error.RuntimeError if none does
     */
    public static Sim running() {
        return of(SimLoop.running());
    }

    /** The loop underneath. */
    public SimLoop loop() {
        return loop;
    }

    /** An executor with a thread for each job: {@code Executors.newCachedThreadPool}. */
    public ExecutorService executor() {
        return executor(Integer.MAX_VALUE);
    }

    /**
     * An executor with a number of threads: {@code Executors.newFixedThreadPool}.
     *
     * @throws IllegalArgumentException if it is less than 1
     */
    public ExecutorService executor(int threads) {
        return new SimExecutor(loop, names.nextPool(), threads);
    }

    /** A timer with one thread: {@code Executors.newSingleThreadScheduledExecutor}. */
    public ScheduledExecutorService scheduledExecutor() {
        return scheduledExecutor(1);
    }

    /**
     * A timer with a number of threads: {@code Executors.newScheduledThreadPool}.
     *
     * @throws IllegalArgumentException if it is less than 1
     */
    public ScheduledExecutorService scheduledExecutor(int threads) {
        return new SimScheduledExecutor(
                loop, names.nextPool(), threads, SimScheduledExecutor.OnCancel.STAY);
    }

    /**
     * A factory of threads that run in the simulation. Their code may wait for locks, latches,
     * queues and monitors of the JDK, but not with a time limit, as those look at the real clock.
     *
     * @throws IllegalStateException when a thread is made, if this JVM has no threads that a loop
     *     can carry; the message has the remedy
     */
    public ThreadFactory threadFactory() {
        return work -> {
            String name = names.nextThread();
            return DirectStyle.unstartedThread(loop, name, work, coroutine -> loop.createTask(
                    coroutine, TaskOptions.named(name).inOrder(TaskOptions.Order.ANY)));
        };
    }

    /** A future whose waits, timeouts and asynchronous stages are those of the simulation. */
    public <T> CompletableFuture<T> newFuture() {
        return new SimCompletableFuture<>(this);
    }

    /** Such a future that is complete: {@code CompletableFuture.completedFuture}. */
    public <T> CompletableFuture<T> completedFuture(@Nullable T value) {
        CompletableFuture<T> future = newFuture();
        future.complete(value);
        return future;
    }

    /** Such a future that has failed: {@code CompletableFuture.failedFuture}. */
    public <T> CompletableFuture<T> failedFuture(Throwable error) {
        CompletableFuture<T> future = newFuture();
        future.completeExceptionally(error);
        return future;
    }

    /**
     * Such a future that ends as another stage does, for stages that are made without this object:
     * {@code sim.futureOf(CompletableFuture.allOf(a, b)).get(5, SECONDS)} waits in virtual time.
     * Cancelling the one does not cancel the other.
     */
    public <T> CompletableFuture<T> futureOf(CompletionStage<T> stage) {
        CompletableFuture<T> future = newFuture();
        stage.whenComplete((value, error) -> {
            if (error == null) {
                future.complete(value);
            } else {
                future.completeExceptionally(error);
            }
        });
        return future;
    }

    /** {@code CompletableFuture.supplyAsync} on the simulation's threads. */
    public <T> CompletableFuture<T> supplyAsync(Supplier<T> work) {
        return supplyAsync(work, commonPool());
    }

    /** {@code CompletableFuture.supplyAsync} on an executor, which is to be one of these. */
    public <T> CompletableFuture<T> supplyAsync(Supplier<T> work, Executor executor) {
        CompletableFuture<T> future = newFuture();
        return future.completeAsync(work, executor);
    }

    /** {@code CompletableFuture.runAsync} on the simulation's threads. */
    public CompletableFuture<@Nullable Void> runAsync(Runnable work) {
        return supplyAsync(() -> {
            work.run();
            return null;
        });
    }

    /** {@code CompletableFuture.delayedExecutor} in virtual time, on the simulation's threads. */
    public Executor delayedExecutor(Duration delay) {
        return delayedExecutor(delay, commonPool());
    }

    /**
     * {@code CompletableFuture.delayedExecutor} in virtual time.
     *
     * @param delay how long each job waits before it is given to the executor
     */
    public Executor delayedExecutor(Duration delay, Executor executor) {
        return job -> delays().schedule(
                () -> executor.execute(job), delay.toNanos(), TimeUnit.NANOSECONDS);
    }

    /**
     * Waits for a while of virtual time: {@code Thread.sleep}.
     *
     * @throws InterruptedException if the thread is interrupted before or meanwhile
     */
    public void sleep(Duration time) throws InterruptedException {
        waits().await(new Gate("sleep of " + time), Math.max(0, time.toNanos()));
    }

    /**
     * The loop's clock. It shows {@link #EPOCH}, in UTC, when the loop is made.
     *
     * @return a clock that is an {@link java.time.InstantSource} too
     */
    public Clock clock() {
        return loop.clock().clock(EPOCH, ZoneOffset.UTC);
    }

    /**
     * Random numbers that belong to the schedule: the same for the same schedule, other ones in
     * others.
     */
    public RandomGenerator random() {
        Simulation world = loop.simulation();
        return world.attached(ChosenRandom.class, () -> new ChosenRandom(world.choices()));
    }

    /** The pool that {@code CompletableFuture} uses where it is given none. */
    ExecutorService commonPool() {
        if (commonPool == null) {
            commonPool = new SimExecutor(loop, "common-pool", Integer.MAX_VALUE);
        }
        return commonPool;
    }

    /** The timer that {@code CompletableFuture} uses. */
    ScheduledExecutorService delays() {
        if (delays == null) {
            delays = new SimScheduledExecutor(
                    loop, "delays", 1, SimScheduledExecutor.OnCancel.LEAVE);
        }
        return delays;
    }

    Waits waits() {
        return Waits.of(loop.simulation());
    }
}
