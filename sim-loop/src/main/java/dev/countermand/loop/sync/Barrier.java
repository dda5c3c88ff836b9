package dev.countermand.loop.sync;

import static dev.countermand.loop.VersionDifference.BARRIER_TEXT;

import dev.countermand.loop.Compatibility;
import dev.countermand.loop.Coroutine;
import dev.countermand.loop.Signal;
import dev.countermand.loop.StepCoroutine;
import dev.countermand.loop.error.BrokenBarrierError;
import dev.countermand.loop.error.ValueError;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Lets a fixed number of tasks wait for each other: {@code asyncio.Barrier}. */
public final class Barrier extends LoopBound {
    private enum State {
        FILLING,
        DRAINING,
        RESETTING,
        BROKEN
    }

    private final long parties;
    private final Condition condition;
    private State phase = State.FILLING;
    private long count;

    /**
     * Creates a barrier.
     *
     * @param name a name for reports, null for none
     * @param parties how many tasks wait for each other
     * @param python decides the text of the error
     * @throws ValueError if parties is less than 1
     */
    public Barrier(@Nullable String name, long parties, Compatibility python) {
        super(name);
        if (parties < 1) {
            throw new ValueError(python.has(BARRIER_TEXT)
                    ? "parties must be >= 1"
                    : "parties must be > 0");
        }
        this.parties = parties;
        this.condition = new Condition(name, new Lock(name));
    }

    /** How many tasks wait for the barrier to fill: {@code Barrier.n_waiting}. */
    public long waiting() {
        seen();
        return phase == State.FILLING ? count : 0;
    }

    /** Whether it was aborted: {@code Barrier.broken}. */
    public boolean isBroken() {
        seen();
        return phase == State.BROKEN;
    }

    /**
     * Waits for the others; gives the number of those who were there before: {@code Barrier.wait}.
     */
    public Coroutine<Long> waitFor() {
        return new Wait();
    }

    /**
     * Sends the waiting tasks away with an error, and makes the barrier ready for use again: {@code
     * Barrier.reset}.
     */
    public Coroutine<Object> reset() {
        return new Change(() -> {
            if (count == 0) {
                phase = State.FILLING;
            } else {
                phase = State.RESETTING;
            }
        }, "reset");
    }

    /** Breaks the barrier: whoever waits or comes gets an error, {@code Barrier.abort}. */
    public Coroutine<Object> abort() {
        return new Change(() -> phase = State.BROKEN, "abort");
    }

    /** Takes the lock, which is always free: nobody here keeps it across an await. */
    private void takeLock() {
        condition.acquire().resume(null);
    }

    /** {@code async with self._cond: change; notify_all()}. */
    private final class Change extends StepCoroutine<Object> {
        private final Runnable change;
        private final String name;

        Change(Runnable change, String name) {
            this.change = change;
            this.name = name;
        }

        @Override
        protected Signal advance(@Nullable Throwable thrown) {
            used();
            takeLock();
            try {
                change.run();
                condition.notifyEveryone();
            } finally {
                condition.release();
            }
            return returned(null);
        }

        @Override
        public String name() {
            return name;
        }
    }

    private final class Wait extends StepCoroutine<Long> {
        private static final int BLOCKED = 1;
        private static final int ARRIVING = 2;
        private static final int WAITING = 3;

        private @Nullable Coroutine<?> inner;
        private long index;

        @Override
        protected Signal advance(@Nullable Throwable thrown) {
            used();
            if (state == 0) {
                takeLock();
                waitUntil(() -> phase != State.DRAINING && phase != State.RESETTING, BLOCKED);
            }
            Signal signal = Signal.RETURNED;
            try {
                signal = holdingLock(thrown);
                return signal;
            } finally {
                if (signal == Signal.RETURNED) {
                    condition.release();
                }
            }
        }

        private void waitUntil(BooleanSupplier predicate, int next) {
            inner = condition.waitFor(predicate);
            state = next;
        }

        private Signal holdingLock(@Nullable Throwable thrown) {
            Throwable raise = thrown;
            if (state == BLOCKED) {
                Signal signal = inner.resume(raise);
                if (signal != Signal.RETURNED) {
                    return signal;
                }
                raise = null;
                if (phase == State.BROKEN) {
                    throw new BrokenBarrierError("Barrier aborted");
                }
                state = ARRIVING;
            }
            Signal signal = Signal.RETURNED;
            try {
                signal = counted(raise);
                return signal;
            } finally {
                if (signal == Signal.RETURNED) {
                    leave();
                }
            }
        }

        private Signal counted(@Nullable Throwable raise) {
            if (state == ARRIVING) {
                index = count++;
                if (index + 1 == parties) {
                    phase = State.DRAINING;
                    condition.notifyEveryone();
                    return returned(index);
                }
                waitUntil(() -> phase != State.FILLING, WAITING);
            }
            Signal signal = inner.resume(raise);
            if (signal != Signal.RETURNED) {
                return signal;
            }
            if (phase == State.BROKEN || phase == State.RESETTING) {
                throw new BrokenBarrierError("Abort or reset of barrier");
            }
            return returned(index);
        }

        private void leave() {
            count--;
            if (count == 0) {
                if (phase == State.RESETTING || phase == State.DRAINING) {
                    phase = State.FILLING;
                }
                condition.notifyEveryone();
            }
        }

        @Override
        public String name() {
            return "wait";
        }
    }
}
