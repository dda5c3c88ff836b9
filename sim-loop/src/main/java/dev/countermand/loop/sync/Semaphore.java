package dev.countermand.loop.sync;

import static dev.countermand.loop.VersionDifference.SEMAPHORE_WAKES_ALL_IT_CAN;

import dev.countermand.loop.Coroutine;
import dev.countermand.loop.Future;
import dev.countermand.loop.Signal;
import dev.countermand.loop.SimLoop;
import dev.countermand.loop.StepCoroutine;
import dev.countermand.loop.Task;
import dev.countermand.loop.error.CancelledError;
import dev.countermand.loop.error.ValueError;
import dev.countermand.loop.oracle.Findings;
import dev.countermand.loop.oracle.Oracle;
import dev.countermand.loop.oracle.Taking;
import dev.countermand.loop.trace.TraceEvent.Stamp;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** A counter of permits, handed out first come, first served: {@code asyncio.Semaphore}. */
public class Semaphore extends LoopBound {
    private final Deque<Future<Object>> waiters = new ArrayDeque<>();
    private final long initial;
    private long value;

    /** The task that took a permit last and where, for reports only. */
    private @Nullable Task<?> taker;

    private @Nullable Stamp taken;

    /** The release that made more permits than there were at the beginning, in words. */
    private @Nullable String doubledBy;

    private @Nullable Stamp doubled;

    /** Creates a semaphore with a number of free permits. */
    public Semaphore(long value) {
        this(null, value);
    }

    /**
     * Creates a semaphore with a name for reports.
     *
     * @throws ValueError if the number of permits is negative
     */
    public Semaphore(@Nullable String name, long value) {
        super(name);
        if (value < 0) {
            throw new ValueError("Semaphore initial value must be >= 0");
        }
        this.value = value;
        this.initial = value;
    }

    /** The number of free permits not promised to a woken waiter: {@code Semaphore._value}. */
    public final long value() {
        seen();
        return value;
    }

    /**
     * Whether a newcomer would have to wait: no permit is free, or others wait already: {@code
     * Semaphore.locked}.
     */
    public final boolean locked() {
        seen();
        return value == 0 || anybodyWaits();
    }

    private boolean anybodyWaits() {
        for (Future<Object> waiter : waiters) {
            if (!waiter.isCancelled()) {
                return true;
            }
        }
        return false;
    }

    /** Takes a permit, waiting for one if need be: {@code Semaphore.acquire}. */
    public final Coroutine<Boolean> acquire() {
        return new Acquire();
    }

    /**
     * Gives a permit back and wakes the first waiter, which then owns it: {@code
     * Semaphore.release}.
     */
    public void release() {
        used();
        value++;
        beWatched();
        wakeNext();
        if (value > initial) {
            permitAdded();
        }
    }

    private void permitAdded() {
        SimLoop running = SimLoop.runningOrNull();
        if (running != null) {
            Task<?> task = running.currentTask();
            doubledBy = task == null ? "a callback" : task.describe();
            doubled = running.simulation().findings().now();
        }
    }

    private void permitTaken() {
        beWatched();
        SimLoop running = SimLoop.runningOrNull();
        if (running != null) {
            Findings findings = running.simulation().findings();
            if (findings.watches(Oracle.PERMIT_HELD)) {
                taker = running.currentTask();
                taken = findings.now();
            }
        }
    }

    @Override
    public void atDeadlock(Findings findings) {
        if (value > 0) {
            reportStranded(findings, waiters, "has a free permit");
        }
    }

    @Override
    public void atEnd(Findings findings) {
        if (value < initial && taken != null && (taker == null || taker.isDone())) {
            findings.report(Oracle.PERMIT_HELD, this + " ends with " + value + " of " + initial
                    + " permits" + (taker == null ? "" : "; the last went to " + taker.describe()),
                    taken);
        }
        if (value > initial && doubled != null) {
            findings.report(Oracle.PERMIT_DOUBLED, this + " ends with " + value
                    + " permits and began with " + initial + "; the last release was of "
                    + doubledBy, doubled);
        }
    }

    private boolean wakeNext() {
        for (Future<Object> waiter : waiters) {
            if (!waiter.isDone()) {
                value--;
                waiter.setResult(true);
                return true;
            }
        }
        return false;
    }

    private final class Acquire extends StepCoroutine<Boolean> implements Taking {
        private @Nullable Future<Object> waiter;

        @Override
        protected Signal advance(@Nullable Throwable thrown) {
            used();
            if (state == 0) {
                if (!locked()) {
                    value--;
                    permitTaken();
                    return returned(true);
                }
                waiter = newWaiter();
                waiters.addLast(waiter);
                state = 1;
                return waiter;
            }
            waiters.remove(waiter);
            boolean wakesAll = loop().python().has(SEMAPHORE_WAKES_ALL_IT_CAN);
            try {
                awaited(waiter, thrown);
            } catch (CancelledError cancelled) {
                // Before they woke all they could, semaphores did not ask whether it was woken.
                if (!waiter.isCancelled() && (waiter.isDone() || !wakesAll)) {
                    // The permit was this task's already; it goes back.
                    value++;
                    if (!wakesAll) {
                        wakeNext();
                    }
                }
                throw cancelled;
            } finally {
                while (wakesAll && value > 0 && wakeNext()) {
                    // Others had to queue although permits were free, to keep their turn.
                }
            }
            if (!wakesAll && value > 0) {
                wakeNext();
            }
            permitTaken();
            return returned(true);
        }

        @Override
        public Oracle oracle() {
            return Oracle.PERMIT_LOST;
        }

        @Override
        public String what() {
            return "a permit of " + Semaphore.this;
        }

        @Override
        public boolean isStillMissing(Object task) {
            return value < initial;
        }

        @Override
        public String name() {
            return "acquire";
        }
    }
}
