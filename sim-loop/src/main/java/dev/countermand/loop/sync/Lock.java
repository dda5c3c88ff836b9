package dev.countermand.loop.sync;

import dev.countermand.loop.Coroutine;
import dev.countermand.loop.Future;
import dev.countermand.loop.Signal;
import dev.countermand.loop.SimLoop;
import dev.countermand.loop.StepCoroutine;
import dev.countermand.loop.Task;
import dev.countermand.loop.error.CancelledError;
import dev.countermand.loop.error.RuntimeError;
import dev.countermand.loop.oracle.Findings;
import dev.countermand.loop.oracle.Oracle;
import dev.countermand.loop.oracle.Taking;
import dev.countermand.loop.trace.TraceEvent.Stamp;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** A mutual exclusion lock for tasks, first come, first served: {@code asyncio.Lock}. */
public final class Lock extends LoopBound {
    private final Deque<Future<Object>> waiters = new ArrayDeque<>();
    private boolean locked;

    /** The task that took the lock last, for reports only: any task may release it. */
    private @Nullable Task<?> holder;

    private long takenIn;
    private long takenAt;

    /** Creates a free lock. */
    public Lock() {
        this(null);
    }

    /** Creates a free lock with a name for reports. */
    public Lock(@Nullable String name) {
        super(name);
    }

    /**
     * Whether somebody holds it: {@code Lock.locked}. A lock whose next owner was woken but has not
     * run yet is free.
     */
    public boolean locked() {
        seen();
        return locked;
    }

    /** Takes the lock, waiting for it if need be: {@code Lock.acquire}. */
    public Coroutine<Boolean> acquire() {
        return new Acquire();
    }

    /**
     * Frees the lock and wakes the first waiter: {@code Lock.release}.
     *
     * @throws RuntimeError if it is free
     */
    public void release() {
        used();
        if (!locked) {
            throw new RuntimeError("Lock is not acquired.");
        }
        locked = false;
        wakeFirst();
    }

    /** Wakes the first waiter, and nobody if that one is already awake. */
    private void wakeFirst() {
        Future<Object> first = waiters.peekFirst();
        if (first != null && !first.isDone()) {
            first.setResult(true);
        }
    }

    private void take() {
        locked = true;
        SimLoop running = SimLoop.runningOrNull();
        holder = running == null ? null : running.currentTask();
        takenIn = running == null ? 0 : running.simulation().steps();
        takenAt = running == null ? 0 : running.nanos();
        beWatched();
    }

    @Override
    public void atDeadlock(Findings findings) {
        if (!locked) {
            reportStranded(findings, waiters, "is free");
        }
    }

    @Override
    public void atEnd(Findings findings) {
        if (locked && holder != null && holder.isDone()) {
            String state = super.toString() + " is still held: ";
            findings.report(Oracle.PERMIT_HELD,
                    state + holder.describe() + " took it and has ended",
                    new Stamp(takenIn, takenAt));
        }
    }

    /** The lock, and who holds it. */
    @Override
    public String toString() {
        return super.toString() + (locked && holder != null ? " held by " + holder.name() : "");
    }

    private boolean anybodyWaits() {
        for (Future<Object> waiter : waiters) {
            if (!waiter.isCancelled()) {
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
                if (!locked && !anybodyWaits()) {
                    take();
                    return returned(true);
                }
                waiter = newWaiter();
                waiters.addLast(waiter);
                state = 1;
                return waiter;
            }
            waiters.remove(waiter);
            try {
                awaited(waiter, thrown);
            } catch (CancelledError cancelled) {
                // Somebody behind may have to run: a wake-up meant for this task must not be lost.
                if (!locked) {
                    wakeFirst();
                }
                throw cancelled;
            }
            take();
            return returned(true);
        }

        @Override
        public Oracle oracle() {
            return Oracle.PERMIT_LOST;
        }

        @Override
        public String what() {
            return Lock.super.toString();
        }

        @Override
        public boolean isStillMissing(Object taker) {
            return locked && holder == taker;
        }

        @Override
        public String name() {
            return "acquire";
        }
    }
}
