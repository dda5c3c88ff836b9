package dev.countermand.concurrent;

import dev.countermand.loop.SimLoop;
import dev.countermand.loop.TimerHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.Delayed;
import java.util.concurrent.Future;
import java.util.concurrent.RunnableScheduledFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Timers of ordinary Java in virtual time, with the semantics of the JDK's {@link
 * java.util.concurrent.ScheduledThreadPoolExecutor} and its default policies: jobs due at the same
 * time start in the order in which they were scheduled; a cancelled job stays in the queue until it
 * is due; {@code shutdown} drops periodic jobs and lets delayed ones run.
 */
final class SimScheduledExecutor extends SimExecutor implements ScheduledExecutorService {
    private final PriorityQueue<ScheduledJob<?>> delayed = new PriorityQueue<>();
    private final OnCancel onCancel;
    private @Nullable TimerHandle timer;
    private long sequence;

    SimScheduledExecutor(SimLoop loop, String name, int threads, OnCancel onCancel) {
        super(loop, name, threads);
        this.onCancel = onCancel;
    }

    /** What becomes of a job that is cancelled before it is due. */
    enum OnCancel {
        /** It stays in the queue until it is due: the default of the JDK. */
        STAY,
        /** It is taken out: so do the timeouts of CompletableFuture. */
        LEAVE
    }

    /** When a job runs again. */
    private enum Period {
        NEVER,
        AT_FIXED_RATE,
        WITH_FIXED_DELAY
    }

    /** A job with a time. */
    private final class ScheduledJob<V> extends SimJob<V> implements RunnableScheduledFuture<V> {
        private final long number = sequence++;
        private final Period period;
        private final long periodNanos;
        private long due;

        ScheduledJob(Callable<V> work, long delayNanos, Period period, long periodNanos) {
            super(loop().simulation(), work);
            this.due = loop().deadlineAfter(Math.max(0, delayNanos));
            this.period = period;
            this.periodNanos = periodNanos;
        }

        @Override
        public boolean isPeriodic() {
            return period != Period.NEVER;
        }

        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(due - loop().nanos(), TimeUnit.NANOSECONDS);
        }

        @Override
        public int compareTo(Delayed other) {
            if (other instanceof ScheduledJob<?> job) {
                return due == job.due
                        ? Long.compare(number, job.number) : Long.compare(due, job.due);
            }
            return Long.compare(
                    getDelay(TimeUnit.NANOSECONDS), other.getDelay(TimeUnit.NANOSECONDS));
        }

        @Override
        public boolean cancel(boolean mayInterruptIfRunning) {
            boolean cancelled = super.cancel(mayInterruptIfRunning);
            if (cancelled && onCancel == OnCancel.LEAVE && delayed.remove(this)) {
                arm();
            }
            return cancelled;
        }

        @Override
        public void run() {
            if (!mayRun(this)) {
                cancel(false);
            } else if (!isPeriodic()) {
                super.run();
            } else if (runOnce()) {
                due = period == Period.AT_FIXED_RATE
                        ? due + periodNanos : loop().deadlineAfter(periodNanos);
                if (mayRun(this)) {
                    await(this);
                } else {
                    cancel(false);
                }
            }
        }
    }

    private boolean mayRun(ScheduledJob<?> job) {
        return state() == State.RUNNING || state() == State.SHUTDOWN && !job.isPeriodic();
    }

    /**
     * Lets a job wait for its time, and for a thread. There is one queue for both, so that a
     * periodic job that is late goes before those that were due later.
     */
    private void await(ScheduledJob<?> job) {
        delayed.add(job);
        startDue();
    }

    private void startDue() {
        while (hasFreeThread()) {
            Runnable due = nextJob();
            if (due == null) {
                break;
            }
            start(due);
        }
        arm();
        endIfIdle();
    }

    /** Comes back when the first job is due, unless it waits for a thread: that asks by itself. */
    private void arm() {
        if (timer != null) {
            timer.cancel();
            timer = null;
        }
        ScheduledJob<?> first = delayed.peek();
        if (first != null && first.due > loop().nanos()) {
            timer = loop().callAt(first.due, this::startDue);
        }
    }

    @Override
    @Nullable Runnable nextJob() {
        ScheduledJob<?> first = delayed.peek();
        Runnable due = first != null && first.due <= loop().nanos() ? delayed.remove() : null;
        arm();
        return due;
    }

    private <V> ScheduledJob<V> schedule(ScheduledJob<V> job) {
        checkAccepts(job);
        await(job);
        return job;
    }

    @Override
    boolean hasWork() {
        return super.hasWork() || !delayed.isEmpty();
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
        return schedule(new ScheduledJob<>(
                callable(command), unit.toNanos(delay), Period.NEVER, 0));
    }

    @Override
    public <V> ScheduledFuture<V> schedule(Callable<V> callable, long delay, TimeUnit unit) {
        return schedule(new ScheduledJob<>(
                Objects.requireNonNull(callable), unit.toNanos(delay), Period.NEVER, 0));
    }

    @Override
    public ScheduledFuture<?> scheduleAtFixedRate(
            Runnable command, long initialDelay, long period, TimeUnit unit) {
        return periodic(command, unit.toNanos(initialDelay), Period.AT_FIXED_RATE,
                unit.toNanos(period));
    }

    @Override
    public ScheduledFuture<?> scheduleWithFixedDelay(
            Runnable command, long initialDelay, long delay, TimeUnit unit) {
        return periodic(command, unit.toNanos(initialDelay), Period.WITH_FIXED_DELAY,
                unit.toNanos(delay));
    }

    private ScheduledFuture<?> periodic(
            Runnable command, long delayNanos, Period period, long periodNanos) {
        Objects.requireNonNull(command);
        if (periodNanos <= 0) {
            throw new IllegalArgumentException(
                    "expected a period above zero, but it is " + periodNanos + " ns");
        }
        return schedule(new ScheduledJob<>(callable(command), delayNanos, period, periodNanos));
    }

    private static Callable<@Nullable Object> callable(Runnable command) {
        Objects.requireNonNull(command);
        return () -> {
            command.run();
            return null;
        };
    }

    @Override
    public void execute(Runnable job) {
        schedule(job, 0, TimeUnit.NANOSECONDS);
    }

    @Override
    public Future<?> submit(Runnable job) {
        return schedule(job, 0, TimeUnit.NANOSECONDS);
    }

    @Override
    public <T> Future<T> submit(Runnable job, T value) {
        Objects.requireNonNull(job);
        return schedule(() -> {
            job.run();
            return value;
        }, 0, TimeUnit.NANOSECONDS);
    }

    @Override
    public <T> Future<T> submit(Callable<T> job) {
        return schedule(job, 0, TimeUnit.NANOSECONDS);
    }

    @Override
    public void shutdown() {
        checkThread();
        for (ScheduledJob<?> job : new ArrayList<>(delayed)) {
            if (job.isPeriodic() || job.isCancelled()) {
                delayed.remove(job);
                job.cancel(false);
            }
        }
        arm();
        super.shutdown();
    }

    @Override
    public List<Runnable> shutdownNow() {
        checkThread();
        List<Runnable> left = new ArrayList<>(delayed.stream().sorted().toList());
        delayed.clear();
        arm();
        super.shutdownNow();
        return left;
    }
}
