package dev.countermand.loop.combine;

import static dev.countermand.loop.VersionDifference.AS_COMPLETED_STARTS_AT_CALL;

import dev.countermand.loop.Accesses;
import dev.countermand.loop.Awaitable;
import dev.countermand.loop.Coroutine;
import dev.countermand.loop.DoneCallback;
import dev.countermand.loop.Future;
import dev.countermand.loop.Signal;
import dev.countermand.loop.SimLoop;
import dev.countermand.loop.StepCoroutine;
import dev.countermand.loop.TimerHandle;
import dev.countermand.loop.error.RuntimeError;
import dev.countermand.loop.error.TimeoutError;
import dev.countermand.loop.schedule.ChoiceKind;
import dev.countermand.loop.sync.Queue;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Gives awaitables in the order in which they are done: {@code asyncio.as_completed}, iterated with
 * a plain {@code for}.
 */
public final class AsCompleted {
    private final List<Awaitable<?>> awaitables;
    private final @Nullable Long timeoutNanos;
    private final Queue<@Nullable Future<?>> done = new Queue<>();
    private final Set<Future<?>> todo = new LinkedHashSet<>();
    private final DoneCallback onDone = this::onDone;
    private @Nullable TimerHandle timer;
    private boolean started;
    private int left;

    /**
     * Begins to wait, from Python 3.13 on; before, the first {@link #next} does.
     *
     * @param awaitables coroutines become tasks, in an order that asyncio leaves open
     * @param timeoutNanos how long for all of them, in nanoseconds, null for no limit
     */
    public AsCompleted(List<? extends Awaitable<?>> awaitables, @Nullable Long timeoutNanos) {
        this.awaitables = new ArrayList<>(new LinkedHashSet<>(awaitables));
        this.timeoutNanos = timeoutNanos;
        if (SimLoop.running().python().has(AS_COMPLETED_STARTS_AT_CALL)) {
            start();
        }
    }

    private void start() {
        Accesses.write(this);
        started = true;
        SimLoop loop = SimLoop.running();
        for (Awaitable<?> awaitable : inAnyOrder(loop, awaitables)) {
            todo.add(awaitable.ensureFutureOf(loop));
        }
        for (Future<?> future : inAnyOrder(loop, new ArrayList<>(todo))) {
            future.addDoneCallback(onDone);
        }
        if (!todo.isEmpty() && timeoutNanos != null) {
            timer = loop.callLater(timeoutNanos, this::onTimeout);
        }
        left = todo.size();
    }

    private static <A> List<A> inAnyOrder(SimLoop loop, List<A> items) {
        return loop.simulation().choices()
                .order(ChoiceKind.AS_COMPLETED_ORDER, "as_completed", items);
    }

    private void onTimeout() {
        Accesses.write(this);
        for (Future<?> future : todo) {
            future.removeDoneCallback(onDone);
            done.putNowait(null);
        }
        todo.clear();
    }

    private void onDone(Future<?> future) {
        Accesses.write(this);
        if (todo.isEmpty()) {
            return;
        }
        todo.remove(future);
        done.putNowait(future);
        if (todo.isEmpty() && timer != null) {
            timer.cancel();
        }
    }

    /** Whether there is another one to wait for: {@code asyncio.as_completed}. */
    public boolean hasNext() {
        Accesses.write(this);
        if (!started) {
            start();
        }
        return left > 0;
    }

    /**
     * A coroutine with the result or error of the next one to be done: {@code
     * asyncio.as_completed}.
     *
     * @throws RuntimeError if there is none
     */
    public Coroutine<Object> next() {
        if (!hasNext()) {
            throw new RuntimeError("as_completed has no further awaitables");
        }
        left--;
        return new WaitForOne();
    }

    private final class WaitForOne extends StepCoroutine<Object> {
        private @Nullable Coroutine<@Nullable Future<?>> get;

        @Override
        protected Signal advance(@Nullable Throwable thrown) {
            if (state == 0) {
                get = done.get();
                state = 1;
            }
            Signal signal = get.resume(thrown);
            if (signal != Signal.RETURNED) {
                return signal;
            }
            Future<?> future = get.result();
            if (future == null) {
                throw new TimeoutError();
            }
            return returned(future.result());
        }

        @Override
        public String name() {
            return "_wait_for_one";
        }
    }
}
