package dev.countermand.loop.run;

import dev.countermand.loop.Awaitable;
import dev.countermand.loop.Context;
import dev.countermand.loop.Coroutine;
import dev.countermand.loop.ExceptionReport;
import dev.countermand.loop.Future;
import dev.countermand.loop.Signals;
import dev.countermand.loop.SimLoop;
import dev.countermand.loop.Simulation;
import dev.countermand.loop.Task;
import dev.countermand.loop.TaskOptions;
import dev.countermand.loop.combine.Gather;
import dev.countermand.loop.error.CancelledError;
import dev.countermand.loop.error.KeyboardInterrupt;
import dev.countermand.loop.error.RuntimeError;
import dev.countermand.loop.schedule.ChoiceKind;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs coroutines one after the other on a loop of its own, and cleans up after them: {@code
 * asyncio.Runner}.
 *
 * <p>The loop is made when it is first needed. Use it in a try-with-resources block after {@link
 * #enter}, as Python does with {@code with}.
 */
public final class Runner implements AutoCloseable {
    /** How long {@link #close} waits for executor jobs: CPython's {@code THREAD_JOIN_TIMEOUT}. */
    static final Duration EXECUTOR_TIMEOUT = Duration.ofSeconds(300);

    private static final String AWAIT_INSTEAD =
            "await the coroutine, or make a task of it with createTask";

    private enum State {
        CREATED,
        INITIALIZED,
        CLOSED
    }

    private final Simulation simulation;
    private final Supplier<SimLoop> loopFactory;
    private final @Nullable Boolean debug;
    private State state = State.CREATED;
    private @Nullable SimLoop loop;
    private @Nullable Context context;
    private int interrupts;

    /** Creates a runner in a world; nothing is made yet. */
    public Runner(Simulation simulation) {
        this(simulation, simulation::newLoop, null);
    }

    /**
     * Creates a runner.
     *
     * @param simulation the world it belongs to
     * @param loopFactory makes its loop, once
     * @param debug whether the loop is in debug mode, null to leave that to the factory
     */
    public Runner(
            Simulation simulation, Supplier<SimLoop> loopFactory, @Nullable Boolean debug) {
        this.simulation = simulation;
        this.loopFactory = loopFactory;
        this.debug = debug;
    }

    /** Runs one program in a runner of its own: {@code asyncio.run}. */
    public static <T> @Nullable T run(Simulation simulation, Coroutine<T> main) {
        return run(new Runner(simulation), main);
    }

    /**
     * Runs one program in a fresh runner, and closes that: {@code asyncio.run} with its options.
     */
    public static <T> @Nullable T run(Runner fresh, Coroutine<T> main) {
        if (SimLoop.runningOrNull() != null) {
            throw new RuntimeError(
                    "asyncio.run() cannot be called from a running event loop", AWAIT_INSTEAD);
        }
        return run(fresh, main, error -> {});
    }

    /**
     * The same, telling somebody of the error that is being handled while the runner is closed.
     *
     * <p>In CPython the tasks that run then can see it: a bare {@code raise} in one raises it.
     *
     * @param handling is given the error before the runner is closed, null once it is closed
     */
    public static <T> @Nullable T run(
            Runner fresh, Coroutine<T> main, Consumer<@Nullable Throwable> handling) {
        fresh.enter();
        T value;
        try {
            value = fresh.run(main);
        } catch (Throwable error) {
            // An error of close() replaces this one, as that of any __exit__ does.
            handling.accept(error);
            try {
                fresh.close();
            } finally {
                handling.accept(null);
            }
            throw error;
        }
        fresh.close();
        return value;
    }

    /**
     * Makes the loop if there is none: {@code __enter__}.
     *
     * @return this runner
     * @throws RuntimeError if it is closed
     */
    public Runner enter() {
        initialize();
        return this;
    }

    /** The loop, which is made if there is none: {@code get_loop}. */
    public SimLoop getLoop() {
        return initialize();
    }

    /** Runs a coroutine, or waits for a future, in the runner's own context. */
    public <T> @Nullable T run(Awaitable<T> main) {
        return run(main, null);
    }

    /**
     * Runs a coroutine to its end.
     *
     * @param main the program; a future is awaited by a coroutine of the runner's
     * @param runContext the context to run it in, null for the runner's, which all runs share
     * @return what the coroutine returned
     * @throws RuntimeError if a loop runs already or the runner is closed
     * @throws KeyboardInterrupt if a SIGINT ended it
     * @throws CancelledError if it ended cancelled for another reason
     */
    public <T> @Nullable T run(Awaitable<T> main, @Nullable Context runContext) {
        if (SimLoop.runningOrNull() != null) {
            throw new RuntimeError(
                    "Runner.run() cannot be called from a running event loop", AWAIT_INSTEAD);
        }
        SimLoop own = initialize();
        Coroutine<T> coroutine = main instanceof Coroutine<T> given
                ? given
                : new AwaitFuture<>((Future<T>) main);
        TaskOptions options =
                new TaskOptions(null, runContext == null ? context : runContext, null);
        Task<T> task = own.createTask(coroutine, options);
        Signals signals = simulation.signals();
        boolean handles = signals.handler() == null;
        Runnable handler = () -> onInterrupt(own, task);
        if (handles) {
            signals.install(handler);
        }
        interrupts = 0;
        try {
            return own.runUntilComplete(task);
        } catch (CancelledError cancelled) {
            if (interrupts > 0 && task.uncancel() == 0) {
                throw new KeyboardInterrupt();
            }
            throw cancelled;
        } finally {
            if (handles && signals.handler() == handler) {
                signals.install(null);
            }
        }
    }

    private void onInterrupt(SimLoop own, Task<?> main) {
        interrupts++;
        if (interrupts == 1 && !main.isDone()) {
            own.within("SIGINT", main::cancel);
            // It wakes the loop if it is in its select.
            own.callSoonThreadsafe(() -> {});
            return;
        }
        throw new KeyboardInterrupt();
    }

    private SimLoop initialize() {
        if (state == State.CLOSED) {
            throw new RuntimeError("Runner is closed");
        }
        SimLoop made = loop;
        if (made == null) {
            made = loopFactory.get();
            if (debug != null) {
                made.debugMode().set(debug);
            }
            context = made.copyContext();
            loop = made;
            state = State.INITIALIZED;
        }
        return made;
    }

    /**
     * Ends what is left and closes the loop. Does nothing if no loop was made or it is closed
     * already.
     *
     * <p>In this order: all tasks are cancelled, once, and waited for; the errors of those that
     * raised go to the exception handler; asynchronous generators are closed; the default executor
     * is shut down; the loop is closed, even if one of these fails.
     */
    @Override
    public void close() {
        SimLoop own = loop;
        if (state != State.INITIALIZED || own == null) {
            return;
        }
        try {
            cancelAllTasks(own);
            own.runUntilComplete(new ShutdownAsyncGenerators(own));
            own.runUntilComplete(new ShutdownExecutor(own, EXECUTOR_TIMEOUT));
        } finally {
            own.close();
            loop = null;
            state = State.CLOSED;
        }
    }

    /**
     * One round: a task that is made meanwhile is neither cancelled nor waited for, as in CPython.
     */
    private static void cancelAllTasks(SimLoop own) {
        List<Task<?>> leftover = own.allTasks();
        if (leftover.isEmpty()) {
            return;
        }
        List<Task<?>> tasks = own.simulation().choices()
                .order(ChoiceKind.CLOSE_ORDER, "Runner.close", leftover);
        own.within("Runner.close", () -> tasks.forEach(Task::cancel));
        own.runUntilComplete(Gather.of(own, tasks, true));
        for (Task<?> task : tasks) {
            Throwable error = task.isCancelled() ? null : task.exception();
            if (error != null) {
                own.callExceptionHandler(ExceptionReport.ofFuture(
                        "unhandled exception during asyncio.run() shutdown", error, task));
            }
        }
    }
}
