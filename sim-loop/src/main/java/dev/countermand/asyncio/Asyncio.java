package dev.countermand.asyncio;

import dev.countermand.loop.AsyncGenerator;
import dev.countermand.loop.Awaitable;
import dev.countermand.loop.Context;
import dev.countermand.loop.Coroutine;
import dev.countermand.loop.Future;
import dev.countermand.loop.SimLoop;
import dev.countermand.loop.Simulation;
import dev.countermand.loop.Task;
import dev.countermand.loop.TaskOptions;
import dev.countermand.loop.combine.AsCompleted;
import dev.countermand.loop.combine.Gather;
import dev.countermand.loop.combine.ReturnWhen;
import dev.countermand.loop.combine.Shield;
import dev.countermand.loop.combine.Wait;
import dev.countermand.loop.combine.WaitFor;
import dev.countermand.loop.direct.DirectGenerator;
import dev.countermand.loop.direct.DirectStyle;
import dev.countermand.loop.error.CancelledError;
import dev.countermand.loop.error.RuntimeError;
import dev.countermand.loop.error.StopAsyncIteration;
import dev.countermand.loop.error.TimeoutError;
import dev.countermand.loop.run.Runner;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * asyncio's functions for programs in direct style, to be imported statically.
 *
 * <p>What is a coroutine function in asyncio and is nearly always awaited on the spot waits by
 * itself here ({@link #sleep}, {@link #waitFor}, {@link #waitAll}, {@link #toThread}); where a
 * coroutine object is wanted, {@code coroutine("nap", () -> sleep(delay))} makes one. What gives a
 * future in asyncio gives one here. All times are durations, of virtual time in a simulation and of
 * real time on a real loop.
 */
public final class Asyncio {
    private Asyncio() {}

    /**
     * Runs a program in a world of its own, which does what CPython 3.14 does: {@code asyncio.run}.
     *
     * @param main the body of the main coroutine
     * @return what it returns
     * @throws RuntimeError inside a running loop
     */
    public static <T> @Nullable T run(Callable<? extends @Nullable T> main) {
        return run(new Simulation(), main);
    }

    /** Runs a program that returns nothing: {@code asyncio.run}. */
    public static void run(DirectStyle.Body main) {
        run(new Simulation(), main);
    }

    /** Runs a program in a given world, with its choices and settings: {@code asyncio.run}. */
    public static <T> @Nullable T run(Simulation world, Callable<? extends @Nullable T> main) {
        DirectStyle.of(world);
        Coroutine<T> coroutine = coroutine("main", main);
        try {
            return Runner.run(world, coroutine);
        } finally {
            if (SimLoop.runningOrNull() != null) {
                // It was refused: one report of the mistake is enough.
                coroutine.close();
            }
        }
    }

    /** Runs a program that returns nothing in a given world: {@code asyncio.run}. */
    public static void run(Simulation world, DirectStyle.Body main) {
        run(world, returningNull(main));
    }

    /**
     * Makes a coroutine, which begins when it is awaited or becomes a task: the call of an {@code
     * async def} function.
     *
     * @param name its name in traces and reports
     * @param body what it does; it may await
     */
    public static <T> Coroutine<T> coroutine(String name, Callable<? extends @Nullable T> body) {
        return DirectStyle.unbound(name, body);
    }

    /** Makes a coroutine that returns nothing: the call of an {@code async def} function. */
    public static Coroutine<Object> coroutine(String name, DirectStyle.Body body) {
        return coroutine(name, returningNull(body));
    }

    private static Callable<@Nullable Object> returningNull(DirectStyle.Body body) {
        return () -> {
            body.run();
            return null;
        };
    }

    /**
     * Waits for a coroutine, a future or a task: {@code await}.
     *
     * @return its value
     * @throws RuntimeException whatever it raises, checked errors unwrapped; a CancelledError when
     *     this task is cancelled meanwhile
     * @throws RuntimeError outside a running loop, and inside a callback
     */
    public static <T> @Nullable T await(Awaitable<T> awaitable) {
        return DirectStyle.await(awaitable);
    }

    /** Waits for a while: {@code asyncio.sleep}. Zero or less only lets others run. */
    public static void sleep(Duration delay) {
        DirectStyle.sleep(delay);
    }

    /** Makes a task of a coroutine: {@code asyncio.create_task}. */
    public static <T> Task<T> createTask(Coroutine<T> coroutine) {
        return SimLoop.running().createTask(coroutine);
    }

    /**
     * Makes a task, its coroutine written in place: {@code asyncio.create_task}.
     *
     * @param name the name of the task and its coroutine
     */
    public static <T> Task<T> createTask(String name, Callable<? extends @Nullable T> body) {
        return SimLoop.running().createTask(coroutine(name, body), TaskOptions.named(name));
    }

    /** Makes a task that returns nothing: {@code asyncio.create_task}. */
    public static Task<Object> createTask(String name, DirectStyle.Body body) {
        return createTask(name, returningNull(body));
    }

    /** The task that runs, null inside a callback: {@code asyncio.current_task}. */
    public static @Nullable Task<?> currentTask() {
        return SimLoop.running().currentTask();
    }

    /** The unfinished tasks: {@code asyncio.all_tasks}, but in order of creation. */
    public static List<Task<?>> allTasks() {
        return SimLoop.running().allTasks();
    }

    /** The loop that runs on this thread: {@code asyncio.get_running_loop}. */
    public static SimLoop getRunningLoop() {
        return SimLoop.running();
    }

    /** The time since the loop was made, virtual in a simulation: {@code loop.time}. */
    public static Duration time() {
        return Duration.ofNanos(SimLoop.running().nanos());
    }

    /** Makes a pending future of the running loop: {@code loop.create_future}. */
    public static <T> Future<T> createFuture() {
        return SimLoop.running().createFuture();
    }

    /**
     * Collects the results of several awaitables: {@code asyncio.gather}.
     *
     * @return a future of the results in the order of the arguments; where they are of different
     *     types, await it and then ask each task for its {@code result()}
     */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public static <T> Future<List<@Nullable T>> gather(Awaitable<? extends T>... awaitables) {
        return gather(List.of(awaitables));
    }

    /** The same for a list: {@code asyncio.gather}. */
    public static <T> Future<List<@Nullable T>> gather(
            List<? extends Awaitable<? extends T>> awaitables) {
        @SuppressWarnings({"unchecked", "rawtypes"})
        Future<List<@Nullable T>> results = (Future) Gather.of(awaitables, false);
        return results;
    }

    /**
     * Collects results and errors alike: {@code asyncio.gather} with {@code
     * return_exceptions=True}.
     *
     * @return a future of a list in which each entry is a result or a Throwable
     */
    public static Future<List<@Nullable Object>> gatherWithErrors(
            List<? extends Awaitable<?>> awaitables) {
        return Gather.of(awaitables, true);
    }

    /**
     * Waits for one awaitable for a limited time, and cancels it then: {@code asyncio.wait_for}.
     *
     * @param limit how long, null for no limit
     * @throws TimeoutError when the time is up
     */
    public static <T> @Nullable T waitFor(Awaitable<T> awaitable, @Nullable Duration limit) {
        return await(WaitFor.of(SimLoop.running(), awaitable, nanos(limit)));
    }

    /** Waits until all of several futures are done: {@code asyncio.wait}, cancelling none. */
    public static Wait.Result waitAll(Collection<? extends Future<?>> futures) {
        return waitUntil(ReturnWhen.ALL_COMPLETED, futures, null);
    }

    /**
     * Waits until some futures are done, and cancels none: {@code asyncio.wait}. Its name differs
     * because {@code Object.wait} hides a method called {@code wait}.
     *
     * @param returnWhen what ends the wait
     * @param limit how long at most, null for no limit; no error is raised when the time is up
     */
    public static Wait.Result waitUntil(
            ReturnWhen returnWhen,
            Collection<? extends Future<?>> futures,
            @Nullable Duration limit) {
        return await(new Wait(new ArrayList<>(futures), nanos(limit), returnWhen));
    }

    /**
     * Gives awaitables in the order in which they are done: {@code asyncio.as_completed}, as it is
     * iterated with a plain {@code for}.
     *
     * @param limit how long for all of them, null for no limit; then each coroutine that is left
     *     raises a {@link TimeoutError}
     * @return to be iterated once; each coroutine is to be awaited before the next is asked for
     */
    public static <T> Iterable<Coroutine<T>> asCompleted(
            Collection<? extends Awaitable<? extends T>> awaitables, @Nullable Duration limit) {
        return Iterating.over(new AsCompleted(new ArrayList<>(awaitables), nanos(limit)));
    }

    /** The same without a limit: {@code asyncio.as_completed}. */
    public static <T> Iterable<Coroutine<T>> asCompleted(
            Collection<? extends Awaitable<? extends T>> awaitables) {
        return asCompleted(awaitables, null);
    }

    /**
     * Keeps a cancellation of whoever waits away from what it waits for: {@code asyncio.shield}.
     *
     * @return a future that ends as the awaitable does; cancelling it leaves that alone
     */
    public static <T> Future<T> shield(Awaitable<T> awaitable) {
        return Shield.of(awaitable);
    }

    /**
     * Runs a job beside the loop: {@code loop.run_in_executor} with the default executor.
     *
     * <p>Unlike there, in a simulation the job's code runs at one moment, that of its end, and how
     * long it takes is said and not measured. On a real loop it runs on a thread.
     *
     * @param takes how much virtual time the job takes; without effect on a real loop
     */
    public static <T> Future<T> runInExecutor(
            Duration takes, Callable<? extends @Nullable T> job) {
        return SimLoop.running().runInExecutor(takes, job::call);
    }

    /**
     * Runs a job beside the loop, in a copy of this context, and waits for it: {@code
     * asyncio.to_thread}.
     *
     * @param takes how much virtual time the job takes; without effect on a real loop
     * @throws CancelledError when this task is cancelled meanwhile; the job runs all the same
     */
    public static <T> @Nullable T toThread(
            Duration takes, Callable<? extends @Nullable T> job) {
        Context context = copyContext();
        return await(Asyncio.<T>runInExecutor(takes, () -> context.run(job)));
    }

    /** A copy of the context of the running code: {@code contextvars.copy_context}. */
    public static Context copyContext() {
        return SimLoop.running().copyContext();
    }

    /**
     * Makes an asynchronous generator: the call of an {@code async def} function that yields.
     *
     * @param name its name in reports
     * @param code what it does; it yields with {@code out.yield(value)}
     */
    public static <T> AsyncGenerator<T> asyncGenerator(
            String name, DirectGenerator.Code<T> code) {
        return new AsyncGenerator<>(new DirectGenerator<>(name, code));
    }

    /**
     * Iterates over a generator with a plain {@code for}: {@code async for}.
     *
     * <p>As in Python, a loop that is left early leaves the generator where it is; {@link
     * Scopes#closing} closes it.
     */
    public static <T> Iterable<T> asyncFor(AsyncGenerator<T> generator) {
        return Iterating.over(generator);
    }

    /**
     * Waits for the next value of a generator: {@code await} of {@code anext}.
     *
     * @throws StopAsyncIteration if there is none
     */
    public static <T> @Nullable T anext(AsyncGenerator<T> generator) {
        return await(generator.anext());
    }

    private static @Nullable Long nanos(@Nullable Duration duration) {
        return duration == null ? null : duration.toNanos();
    }
}
