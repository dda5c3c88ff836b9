package dev.countermand.loop.combine;

import dev.countermand.loop.Accesses;
import dev.countermand.loop.DoneCallback;
import dev.countermand.loop.Future;
import dev.countermand.loop.Signal;
import dev.countermand.loop.SimLoop;
import dev.countermand.loop.StepCoroutine;
import dev.countermand.loop.TimerHandle;
import dev.countermand.loop.error.ValueError;
import dev.countermand.loop.schedule.ChoiceKind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Waits until some or all futures are done, and cancels none of them: {@code asyncio.wait}. */
public final class Wait extends StepCoroutine<Wait.Result> {
    private final List<Future<?>> futures;
    private final @Nullable Long timeoutNanos;
    private final ReturnWhen returnWhen;
    private final DoneCallback onDone = this::onDone;
    private @Nullable Future<Object> waiter;
    private @Nullable TimerHandle timer;
    private int left;

    /**
     * Creates the coroutine.
     *
     * @param futures what to wait for; the same future given twice counts once
     * @param timeoutNanos how long at most, in nanoseconds, null for no limit
     * @param returnWhen what ends the wait
     */
    public Wait(
            List<? extends Future<?>> futures, @Nullable Long timeoutNanos, ReturnWhen returnWhen) {
        // Futures have no equals of their own, and the set keeps the order of insertion.
        this.futures = new ArrayList<>(new LinkedHashSet<>(futures));
        this.timeoutNanos = timeoutNanos;
        this.returnWhen = returnWhen;
    }

    @Override
    protected Signal advance(@Nullable Throwable thrown) {
        Accesses.write(this);
        if (state == 0) {
            return begin();
        }
        try {
            awaited(waiter, thrown);
        } finally {
            if (timer != null) {
                timer.cancel();
            }
            futures.forEach(future -> future.removeDoneCallback(onDone));
        }
        return returned(new Result(futures));
    }

    private Signal begin() {
        if (futures.isEmpty()) {
            throw new ValueError("Set of Tasks/Futures is empty.");
        }
        SimLoop loop = SimLoop.running();
        Future<Object> wakes = loop.createFuture();
        wakes.setPurpose(this);
        waiter = wakes;
        if (timeoutNanos != null) {
            timer = loop.callLater(timeoutNanos, this::release);
        }
        left = futures.size();
        futures.forEach(future -> future.addDoneCallback(onDone));
        state = 1;
        return wakes;
    }

    private void release() {
        Accesses.write(this);
        if (waiter != null && !waiter.isDone()) {
            waiter.setResult(null);
        }
    }

    private void onDone(Future<?> future) {
        Accesses.write(this);
        left--;
        boolean ends = left <= 0
                || returnWhen == ReturnWhen.FIRST_COMPLETED
                || returnWhen == ReturnWhen.FIRST_EXCEPTION && failed(future);
        if (ends) {
            if (timer != null) {
                timer.cancel();
            }
            release();
        }
    }

    private static boolean failed(Future<?> future) {
        return !future.isCancelled() && future.exception() != null;
    }

    @Override
    public String name() {
        return "wait";
    }

    @Override
    public String toString() {
        List<String> names = new ArrayList<>();
        for (Future<?> future : futures) {
            if (!future.isDone()) {
                names.add(future.describe());
            }
        }
        return "wait for " + String.join(", ", names);
    }

    /** The two sets that {@code asyncio.wait} returns. */
    public static final class Result {
        private final List<Future<?>> done = new ArrayList<>();
        private final List<Future<?>> pending = new ArrayList<>();

        Result(List<Future<?>> futures) {
            futures.forEach(future -> (future.isDone() ? done : pending).add(future));
        }

        /** Those that are done, in the order of the arguments: {@code asyncio.wait}. */
        public List<Future<?>> done() {
            return done;
        }

        /** Those that are not done, in the order of the arguments: {@code asyncio.wait}. */
        public List<Future<?>> pending() {
            return pending;
        }

        /**
         * Those that are done, in an order that asyncio leaves open: that of the sets of
         * {@code asyncio.wait}.
         */
        public List<Future<?>> doneInAnyOrder() {
            return inAnyOrder(done);
        }

        /**
         * Those that are not done, in an order that asyncio leaves open: that of the sets of
         * {@code asyncio.wait}.
         */
        public List<Future<?>> pendingInAnyOrder() {
            return inAnyOrder(pending);
        }

        private static List<Future<?>> inAnyOrder(List<Future<?>> futures) {
            return SimLoop.running().simulation().choices()
                    .order(ChoiceKind.WAIT_ORDER, "wait", futures);
        }
    }
}
