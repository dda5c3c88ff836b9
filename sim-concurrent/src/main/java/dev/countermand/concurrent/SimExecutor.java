package dev.countermand.concurrent;

import dev.countermand.loop.Coroutine;
import dev.countermand.loop.SimLoop;
import dev.countermand.loop.Task;
import dev.countermand.loop.TaskOptions;
import dev.countermand.loop.direct.DirectStyle;
import dev.countermand.loop.error.RuntimeError;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.RunnableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A pool of threads on a simulated loop, with the semantics of the JDK's {@link
 * java.util.concurrent.ThreadPoolExecutor} with a queue that never fills up.
 *
 * <p>A thread is a task whose order is open. It exists only while it has something to do: an idle
 * one would look like one that waits in vain.
 */
class SimExecutor extends AbstractExecutorService {
    private final SimLoop loop;
    private final String name;
    private final int threads;
    private final Deque<Runnable> queue = new ArrayDeque<>();
    private final List<PoolThread> active = new ArrayList<>();
    private final Gate terminated;
    private State state = State.RUNNING;

    SimExecutor(SimLoop loop, String name, int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException(
                    "expected at least one thread, but there are " + threads);
        }
        this.loop = loop;
        this.name = name;
        this.threads = threads;
        this.terminated = new Gate("the end of " + name);
    }

    /** How far its end has come. */
    enum State {
        /** It takes jobs. */
        RUNNING,
        /** It takes no more, but does those that it has. */
        SHUTDOWN,
        /** It only waits for the jobs that run, which were interrupted. */
        STOPPED
    }

    State state() {
        return state;
    }

    SimLoop loop() {
        return loop;
    }

    @Override
    public void execute(Runnable job) {
        Objects.requireNonNull(job);
        checkAccepts(job);
        dispatch(job);
    }

    /** Only the simulation's own threads may use it: no schedule could repeat what others do. */
    void checkThread() {
        if (loop.isRunning() && SimLoop.runningOrNull() != loop) {
            throw new RuntimeError(name + " is used by thread " + Thread.currentThread().getName()
                    + ", which is outside the simulation",
                    "let the thread be a job of sim.executor(), or one of sim.threadFactory()");
        }
    }

    void checkAccepts(Object job) {
        checkThread();
        if (state != State.RUNNING) {
            throw new RejectedExecutionException("Task " + job + " rejected from " + this);
        }
    }

    /** Gives a job to a thread, a new one if there may be one, or lets it wait for one. */
    private void dispatch(Runnable job) {
        if (hasFreeThread()) {
            start(job);
        } else {
            queue.add(job);
        }
    }

    boolean hasFreeThread() {
        return active.size() < threads;
    }

    /** Starts a thread with its first job. */
    void start(Runnable job) {
        active.add(new PoolThread(job, freeNumber()));
    }

    /** Takes out the job that a free thread does next; null if none is to be done now. */
    @Nullable Runnable nextJob() {
        return queue.poll();
    }

    private int freeNumber() {
        int number = 1;
        while (isTaken(number)) {
            number++;
        }
        return number;
    }

    private boolean isTaken(int number) {
        return active.stream().anyMatch(thread -> thread.number == number);
    }

    /** One thread at work. */
    private final class PoolThread {
        private final int number;
        private final Task<Object> task;
        private @Nullable Thread carrier;

        PoolThread(Runnable first, int number) {
            this.number = number;
            String own = name + "-thread-" + number;
            Coroutine<Object> body = DirectStyle.thread(own, () -> {
                work(first);
                return null;
            });
            this.task = loop.createTask(
                    body, TaskOptions.named(own).inOrder(TaskOptions.Order.ANY));
        }

        private void work(Runnable first) {
            carrier = Thread.currentThread();
            try {
                for (Runnable job = first; job != null; job = jobAfter()) {
                    if (state != State.STOPPED) {
                        // An interrupt was meant for the job before.
                        Thread.interrupted();
                    }
                    job.run();
                }
            } finally {
                // A job that throws ends its thread; another one takes its place.
                active.remove(this);
                Runnable next = jobAfter();
                if (next != null) {
                    start(next);
                }
                endIfIdle();
            }
        }

        /** The next job; none at the end of the run, which cancels what still goes on. */
        private @Nullable Runnable jobAfter() {
            return task.cancelling() > 0 ? null : nextJob();
        }

        void interrupt() {
            if (carrier != null) {
                carrier.interrupt();
                Waits.of(loop.simulation()).interrupt(task);
            }
        }
    }

    /** Whether there is anything left that will run. */
    boolean hasWork() {
        return !active.isEmpty() || !queue.isEmpty();
    }

    void endIfIdle() {
        if (state != State.RUNNING && !hasWork()) {
            terminated.open();
        }
    }

    @Override
    public void shutdown() {
        checkThread();
        if (state == State.RUNNING) {
            state = State.SHUTDOWN;
        }
        endIfIdle();
    }

    @Override
    public List<Runnable> shutdownNow() {
        checkThread();
        state = State.STOPPED;
        List<Runnable> left = new ArrayList<>(queue);
        queue.clear();
        active.forEach(PoolThread::interrupt);
        endIfIdle();
        return left;
    }

    @Override
    public boolean isShutdown() {
        return state != State.RUNNING;
    }

    @Override
    public boolean isTerminated() {
        return terminated.isOpen();
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
        long nanos = unit.toNanos(timeout);
        // Who does not wait is not interrupted either.
        return nanos <= 0
                ? terminated.isOpen() : Waits.of(loop.simulation()).await(terminated, nanos);
    }

    @Override
    protected <T> RunnableFuture<T> newTaskFor(Callable<T> callable) {
        return new SimJob<>(loop.simulation(), callable);
    }

    @Override
    protected <T> RunnableFuture<T> newTaskFor(Runnable runnable, T value) {
        return new SimJob<>(loop.simulation(), new RunnableWithValue<>(runnable, value));
    }

    /** A runnable as a callable that keeps its name. */
    private record RunnableWithValue<T>(Runnable work, T value) implements Callable<T> {
        @Override
        public T call() {
            work.run();
            return value;
        }
    }

    @Override
    public <T> List<Future<T>> invokeAll(
            Collection<? extends Callable<T>> tasks, long timeout, TimeUnit unit)
            throws InterruptedException {
        return new Invocation<T>(this, loop).all(tasks, unit.toNanos(timeout));
    }

    @Override
    public <T> T invokeAny(Collection<? extends Callable<T>> tasks)
            throws InterruptedException, ExecutionException {
        try {
            return new Invocation<T>(this, loop).any(tasks, Waits.NO_LIMIT);
        } catch (TimeoutException e) {
            throw new IllegalStateException("a wait without a limit cannot time out", e);
        }
    }

    @Override
    public <T> T invokeAny(
            Collection<? extends Callable<T>> tasks, long timeout, TimeUnit unit)
            throws InterruptedException, ExecutionException, TimeoutException {
        return new Invocation<T>(this, loop).any(tasks, Math.max(0, unit.toNanos(timeout)));
    }

    @Override
    public String toString() {
        return name;
    }
}
