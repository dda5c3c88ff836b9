package dev.countermand.loop;

import dev.countermand.clock.VirtualClock;
import dev.countermand.loop.error.RunAborted;
import dev.countermand.loop.error.RuntimeError;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * The event loop: {@code asyncio.BaseEventLoop} on a virtual clock, or in other {@link
 * Surroundings} on real time.
 *
 * <p>Nothing in a simulation waits. When no handle is ready, the clock jumps to the next timer;
 * when there is no timer and nothing is due from outside, the run ends at once with a deadlock
 * verdict. Use it from one thread.
 */
public final class SimLoop {
    private final Simulation simulation;
    private final Surroundings surroundings;
    private final ReadyQueue ready = new ReadyQueue(this);
    private final Timers timers = new Timers(this);
    private final Select select = new Select(this, timers);
    private final TaskList tasks = new TaskList();
    private final CancelInjector cancels = new CancelInjector(this);
    final ExceptionReports reports = new ExceptionReports(this);
    private final DefaultExecutor executor;
    private final AsyncGenerators generators = new AsyncGenerators(this);
    private final LoopRun run = new LoopRun(this);
    final NeverAwaited neverAwaited = new NeverAwaited(this);
    private final DebugMode debugMode = new DebugMode(this);
    private final @Nullable LoopTracer tracer;
    final @Nullable AccessSink accesses;
    final @Nullable ThreadsafeCalls calls;
    private TaskFactory taskFactory = TaskFactory.LAZY;
    private Context context = new Context();
    private @Nullable Task<?> currentTask;
    private boolean closed;
    private long iterations;

    SimLoop(Simulation simulation) {
        this.simulation = simulation;
        this.surroundings = simulation.surroundingsOf(this);
        this.calls = surroundings.beside() == Surroundings.Beside.THREADS
                ? new ThreadsafeCalls(this, surroundings)
                : null;
        this.executor = new DefaultExecutor(this, surroundings.workers());
        this.tracer = LoopTracer.of(this);
        this.accesses = simulation.accesses();
    }

    /**
     * Runs one full iteration: {@code BaseEventLoop._run_once}.
     *
     * <p>This is the only place where callbacks are called; everywhere else they are only queued.
     * As many handles run as are ready now: these, in order, and what they add in the next
     * iteration, unless an adversarial schedule picks otherwise.
     */
    void runOnce() {
        iterations++;
        timers.dropCancelled();
        cancels.beforeSelect(ready.isEmpty());
        select.run(ready, run);
        timers.moveDueTo(ready);
        for (int todo = ready.beginIteration(); todo > 0; todo--) {
            cancels.beforeStep();
            Handle handle = ready.take(simulation.choices());
            if (!handle.isCancelled()) {
                simulation.countStep(handle);
                if (tracer != null) {
                    tracer.ran(handle);
                }
                debugMode.run(handle);
                if (tracer != null) {
                    tracer.rested();
                }
                simulation.stepEnded();
            }
        }
    }

    /**
     * Runs until {@link #stop} is called.
     *
     * @throws RuntimeError if this loop or another one runs already, or it is closed
     * @throws RunAborted when the simulation cannot go on
     */
    public void runForever() {
        run.forever();
    }

    /** Runs until a coroutine, wrapped in a task, is done; gives its result or raises its error. */
    public <T> @Nullable T runUntilComplete(Coroutine<T> coroutine) {
        run.checkMayRun();
        return run.untilComplete(createTask(coroutine), true);
    }

    /**
     * Runs until a future is done; gives its result or raises its error.
     *
     * @throws RuntimeError if the loop was stopped before
     */
    public <T> @Nullable T runUntilComplete(Future<T> future) {
        run.checkMayRun();
        return run.untilComplete(future, false);
    }

    /** Lets the current iteration end, then leaves {@link #runForever}. */
    public void stop() {
        run.stop();
    }

    /**
     * Closes the loop for good: {@code BaseEventLoop.close}. What is still queued never runs.
     *
     * @throws RuntimeError if the loop runs
     */
    public void close() {
        if (run.isRunning()) {
            throw new RuntimeError("Cannot close a running event loop");
        }
        if (closed) {
            return;
        }
        closed = true;
        ready.clear();
        timers.clear();
        if (calls != null) {
            calls.close();
        }
        executor.close();
        reports.reportLeftovers(tasks.toList());
    }

    /** Queues a callback for the next iteration, in a copy of the current context. */
    public Handle callSoon(Runnable callback) {
        return callSoon(callback, context.copy());
    }

    /** Queues a callback for the next iteration. */
    public Handle callSoon(Runnable callback, Context callbackContext) {
        checkThread();
        Handle handle = new Handle(this, callback, callbackContext);
        enqueue(handle);
        return handle;
    }

    /**
     * Queues a callback from any thread, and wakes the loop: {@code call_soon_threadsafe}.
     *
     * <p>In a simulation nothing runs beside the loop, so it is {@link #callSoon}; a call that does
     * come from a foreign thread while the loop runs is an error, as no seed could repeat it.
     */
    public Handle callSoonThreadsafe(Runnable callback) {
        return calls == null ? callSoon(callback) : calls.add(callback);
    }

    /** Queues a callback for a time relative to now; not before the next iteration. */
    public TimerHandle callLater(Duration delay, Runnable callback) {
        return callLater(Timers.nanos(delay), callback);
    }

    /** The same with the delay in nanoseconds, which may be zero or negative. */
    public TimerHandle callLater(long delayNanos, Runnable callback) {
        return callAt(timers.deadlineAfter(delayNanos), callback);
    }

    /** Queues a callback for a time of this loop's clock, in nanoseconds. */
    public TimerHandle callAt(long whenNanos, Runnable callback) {
        checkClosed();
        checkThread();
        return timers.add(whenNanos, callback, context.copy());
    }

    /** The time that lies a delay from now; both in nanoseconds, never running over. */
    public long deadlineAfter(long delayNanos) {
        return timers.deadlineAfter(delayNanos);
    }

    /** The time in nanoseconds since the loop was created. */
    public long nanos() {
        return surroundings.nowNanos();
    }

    /**
     * The loop's clock. Programs may advance it, as work that takes time would.
     *
     * @throws RuntimeError if this loop is on real time
     */
    public VirtualClock clock() {
        return surroundings.virtualClock();
    }

    /** Where its time comes from, and what is beside it. */
    public Surroundings surroundings() {
        return surroundings;
    }

    /**
     * How many iterations have begun: the ticks in which asyncio's order is counted.
     *
     * <p>What a step puts into the ready queue runs in the next iteration, so the difference of
     * this number between two moments says how far they lie apart, whatever else was ready.
     */
    public long iterations() {
        return iterations;
    }

    /** Makes a pending future. */
    public <T> Future<T> createFuture() {
        return new Future<>(this);
    }

    /** Makes a task that drives a coroutine. */
    public <T> Task<T> createTask(Coroutine<T> coroutine) {
        return createTask(coroutine, TaskOptions.DEFAULT);
    }

    /** Makes a task with a name, a context, or an eager start. */
    public <T> Task<T> createTask(Coroutine<T> coroutine, TaskOptions options) {
        checkClosed();
        checkThread();
        return taskFactory.create(this, coroutine, options);
    }

    /** Sets how tasks are made. */
    public void setTaskFactory(TaskFactory factory) {
        taskFactory = factory;
    }

    /** The unfinished tasks in order of creation: {@code asyncio.all_tasks}. */
    public List<Task<?>> allTasks() {
        return tasks.toList();
    }

    /** The task whose step runs, null between steps: {@code asyncio.current_task}. */
    public @Nullable Task<?> currentTask() {
        return currentTask;
    }

    /** The loop that runs on this thread: {@code asyncio.get_running_loop}. */
    public static SimLoop running() {
        return RunningLoop.require();
    }

    /** The loop that runs on this thread, null if none does. */
    public static @Nullable SimLoop runningOrNull() {
        return RunningLoop.get();
    }

    /** Makes this thread see the given loop as running; for the threads that carry coroutines. */
    public static void carryOnThisThread(@Nullable SimLoop loop) {
        RunningLoop.set(loop);
    }

    /** Runs a job in the default executor; if that is simulated, it takes the given time. */
    public <T> Future<T> runInExecutor(Duration duration, Callable<T> job) {
        checkClosed();
        return executor.submit(Timers.nanos(duration), job);
    }

    /** Lets something happen to this loop from outside at a time of its clock, inside select. */
    public void arriveAt(long nanos, String label, Runnable action) {
        select.arrivals().add(nanos, label, action);
    }

    /** Allows the explorer to cancel a task between two steps. */
    public void mayCancel(Task<?> task, int times, @Nullable String message) {
        cancels.allow(task, times, message);
    }

    /** Gives a report to the exception handler: {@code call_exception_handler}. */
    public void callExceptionHandler(ExceptionReport report) {
        reports.call(report);
    }

    /** Sets the exception handler; null is the default one, which writes to the system's log. */
    public void setExceptionHandler(@Nullable ExceptionHandler handler) {
        reports.setHandler(handler);
    }

    /**
     * Runs an action whose cancellations are its own, so that traces can say through what they
     * came.
     */
    public void within(String scope, Runnable action) {
        if (tracer == null) {
            action.run();
        } else {
            tracer.within(scope, action);
        }
    }

    /** The asynchronous generators that this loop closes at its end. */
    public AsyncGenerators generators() {
        return generators;
    }

    /** The default executor. */
    public DefaultExecutor executor() {
        return executor;
    }

    /** The world this loop belongs to. */
    public Simulation simulation() {
        return simulation;
    }

    /** The CPython this loop is equal to. */
    public Compatibility python() {
        return simulation.python();
    }

    /** The context of the code that runs now. */
    public Context currentContext() {
        return context;
    }

    /** A copy of the current context: {@code contextvars.copy_context}. */
    public Context copyContext() {
        return context.copy();
    }

    /** Whether the loop is inside {@link #runForever}. */
    public boolean isRunning() {
        return run.isRunning();
    }

    /** Whether it was closed. */
    public boolean isClosed() {
        return closed;
    }

    /** What the loop watches in addition, off unless switched on: {@code set_debug}. */
    public DebugMode debugMode() {
        return debugMode;
    }

    Context enterContext(Context entered) {
        Context left = context;
        context = entered;
        return left;
    }

    @Nullable Task<?> enterTask(@Nullable Task<?> entered) {
        Task<?> left = currentTask;
        currentTask = entered;
        return left;
    }

    void enqueue(Handle handle) {
        checkClosed();
        if (calls != null) {
            calls.moveToReady();
        }
        becomeReady(handle);
    }

    void becomeReady(Handle handle) {
        ready.add(handle);
        if (tracer != null) {
            tracer.scheduled(handle);
        }
    }

    Select select() {
        return select;
    }

    void timerCancelled(TimerHandle handle) {
        timers.cancelled(handle);
    }

    Object futureFailed(Future<?> future, Throwable error) {
        return reports.failed(future, error);
    }

    TaskList tasks() {
        return tasks;
    }

    @Nullable LoopTracer tracer() {
        return tracer;
    }

    void checkClosed() {
        if (closed) {
            throw simulation.usedAfterClose();
        }
    }

    void checkThread() {
        if (run.isRunning() && RunningLoop.get() != this) {
            throw run.wrongThread();
        }
    }
}
