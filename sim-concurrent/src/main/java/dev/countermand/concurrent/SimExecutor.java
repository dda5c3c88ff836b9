package dev.countermand.concurrent;

import dev.countermand.loop.Coroutine;
import dev.countermand.loop.SimLoop;
import dev.countermand.loop.Task;
import dev.countermand.loop.TaskOptions;
import dev.countermand.loop.direct.DirectStyle;
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

    void checkAccepts(Object job) {
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
                for (Runnable job = first; job != null; job = nextJob()) {
                    if (state != State.STOPPED) {
                        // An interrupt was meant for the job before.
                        Thread.interrupted();
                    }
                    job.run();
                }
            } finally {
                // A job that throws ends its thread; another one takes its place.
                active.remove(this);
                Runnable next = nextJob();
                if (next != null) {
                    start(next);
                }
                endIfIdle();
            }
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
        if (state == State.RUNNING) {
            state = State.SHUTDOWN;
        }
        endIfIdle();
    }

    @Override
    public List<Runnable> shutdownNow() {
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
        return Waits.of(loop.simulation())
                .await(terminated, Math.max(0, unit.toNanos(timeout)));
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
