package dev.countermand.concurrent;

import dev.countermand.loop.SimLoop;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The waits of {@code invokeAll} and {@code invokeAny} in virtual time; those of {@link
 * java.util.concurrent.AbstractExecutorService} look at the real clock.
 */
final class Invocation<T> {
    private final Executor executor;
    private final SimLoop loop;
    private final List<Future<T>> futures = new ArrayList<>();
    private final Deque<Future<T>> ended = new ArrayDeque<>();
    private Gate next = new Gate("the first of several jobs");

    Invocation(Executor executor, SimLoop loop) {
        this.executor = executor;
        this.loop = loop;
    }

    /** A job that tells when it has ended. */
    private final class Told extends SimJob<T> {
        Told(Callable<T> work) {
            super(loop.simulation(), work);
        }

        @Override
        protected void done() {
            super.done();
            ended.add(this);
            next.open();
        }
    }

    List<Future<T>> all(Collection<? extends Callable<T>> tasks, long nanos)
            throws InterruptedException {
        long deadline = loop.deadlineAfter(nanos);
        boolean complete = false;
        try {
            for (Callable<T> task : tasks) {
                futures.add(new SimJob<>(loop.simulation(), task));
            }
            for (Future<T> future : futures) {
                if (loop.nanos() >= deadline) {
                    return futures;
                }
                executor.execute((Runnable) future);
            }
            for (Future<T> future : futures) {
                if (!future.isDone() && !hasEnded(future, deadline)) {
                    return futures;
                }
            }
            complete = true;
            return futures;
        } finally {
            if (!complete) {
                futures.forEach(future -> future.cancel(true));
            }
        }
    }

    private boolean hasEnded(Future<T> future, long deadline) throws InterruptedException {
        try {
            future.get(deadline - loop.nanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            return false;
        } catch (CancellationException | ExecutionException isAnEndToo) {
            return true;
        }
        return true;
    }

    T any(Collection<? extends Callable<T>> tasks, long nanos)
            throws InterruptedException, ExecutionException, TimeoutException {
        if (tasks.isEmpty()) {
            throw new IllegalArgumentException("expected at least one task");
        }
        long deadline = nanos == Waits.NO_LIMIT ? Long.MAX_VALUE : loop.deadlineAfter(nanos);
        Iterator<? extends Callable<T>> rest = tasks.iterator();
        ExecutionException last = null;
        int left = tasks.size();
        try {
            while (left > 0) {
                Future<T> one = firstToEnd(rest, deadline);
                try {
                    return one.get();
                } catch (ExecutionException failed) {
                    last = failed;
                } catch (CancellationException cancelled) {
                    last = new ExecutionException(cancelled);
                }
                left--;
            }
            throw Objects.requireNonNull(last);
        } finally {
            futures.forEach(future -> future.cancel(true));
        }
    }

    /** Starts further jobs until one has ended; one that was over at once spares the others. */
    private Future<T> firstToEnd(Iterator<? extends Callable<T>> rest, long deadline)
            throws InterruptedException, TimeoutException {
        @Nullable Future<T> one = ended.poll();
        while (one == null) {
            if (rest.hasNext()) {
                Told job = new Told(Objects.requireNonNull(rest.next()));
                futures.add(job);
                executor.execute(job);
            } else {
                next = new Gate("the first of several jobs");
                long nanos = deadline == Long.MAX_VALUE
                        ? Waits.NO_LIMIT : Math.max(0, deadline - loop.nanos());
                if (!Waits.of(loop.simulation()).await(next, nanos)) {
                    throw new TimeoutException();
                }
            }
            one = ended.poll();
        }
        return one;
    }
}
