package dev.countermand.loop.sync;

import static dev.countermand.loop.VersionDifference.CONDITION_MAKES_WAITER_FIRST;
import static dev.countermand.loop.VersionDifference.CONDITION_PASSES_NOTIFY_ON;

import dev.countermand.loop.Coroutine;
import dev.countermand.loop.Future;
import dev.countermand.loop.Signal;
import dev.countermand.loop.SimLoop;
import dev.countermand.loop.StepCoroutine;
import dev.countermand.loop.error.CancelledError;
import dev.countermand.loop.error.RuntimeError;
import dev.countermand.loop.error.Throwing;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets tasks that hold a lock wait for a change that another holder makes:
 * {@code asyncio.Condition}.
 */
public final class Condition extends LoopBound {
    private final Lock lock;
    private final Deque<Future<Object>> waiters = new ArrayDeque<>();

    /** Creates a condition with a lock of its own. */
    public Condition() {
        this(null, new Lock());
    }

    /** Creates a condition on a lock, with a name for reports. */
    public Condition(@Nullable String name, Lock lock) {
        super(name);
        this.lock = lock;
    }

    /** Whether the lock is held: {@code Condition.locked}. */
    public boolean locked() {
        return lock.locked();
    }

    /** Takes the lock: {@code Condition.acquire}. */
    public Coroutine<Boolean> acquire() {
        return lock.acquire();
    }

    /** Frees the lock: {@code Condition.release}. */
    public void release() {
        lock.release();
    }

    /**
     * Frees the lock, waits to be notified, and takes the lock again: {@code Condition.wait}. May
     * return without a notification.
     */
    public Coroutine<Boolean> waitFor() {
        return new Wait();
    }

    /**
     * Waits until a predicate holds, which is asked whenever the task is notified: {@code
     * Condition.wait_for}.
     */
    public Coroutine<Object> waitFor(BooleanSupplier predicate) {
        return waitForValue(() -> predicate.getAsBoolean() ? true : null);
    }

    /**
     * Waits until a supplier gives a value other than null, and returns that: {@code
     * Condition.wait_for}.
     */
    public <V> Coroutine<V> waitForValue(Supplier<@Nullable V> predicate) {
        return new WaitFor<>(predicate);
    }

    /**
     * Wakes up to n tasks that wait: {@code Condition.notify}. They go on when they have the lock.
     */
    public void notify(int n) {
        used();
        if (!locked()) {
            throw new RuntimeError("cannot notify on un-acquired lock");
        }
        wake(n);
    }

    /** Wakes every task that waits: {@code Condition.notify_all}. */
    public void notifyEveryone() {
        used();
        notify(waiters.size());
    }

    private void wake(int n) {
        int woken = 0;
        for (Future<Object> waiter : waiters) {
            if (woken >= n) {
                break;
            }
            if (!waiter.isDone()) {
                woken++;
                waiter.setResult(false);
            }
        }
    }

    private final class Wait extends StepCoroutine<Boolean> {
        private static final int NOTIFIED = 1;
        private static final int REACQUIRING = 2;

        private @Nullable Future<Object> waiter;
        private @Nullable Coroutine<Boolean> acquire;
        private @Nullable Throwable failure;

        @Override
        protected Signal advance(@Nullable Throwable thrown) {
            used();
            if (state == 0) {
                if (!locked()) {
                    throw new RuntimeError("cannot wait on un-acquired lock");
                }
                return begin();
            }
            Throwable toAcquire = thrown;
            if (state == NOTIFIED) {
                waiters.remove(waiter);
                failure = failureOf(waiter, thrown);
                acquire = lock.acquire();
                state = REACQUIRING;
                toAcquire = null;
            }
            return reacquire(toAcquire);
        }

        private Signal begin() {
            if (SimLoop.running().python().has(CONDITION_MAKES_WAITER_FIRST)) {
                waiter = newWaiter();
                release();
            } else {
                release();
                try {
                    waiter = newWaiter();
                } catch (RuntimeError ofAnotherLoop) {
                    failure = ofAnotherLoop;
                    acquire = lock.acquire();
                    state = REACQUIRING;
                    return reacquire(null);
                }
            }
            waiters.addLast(waiter);
            state = NOTIFIED;
            return waiter;
        }

        private static @Nullable Throwable failureOf(Future<?> future, @Nullable Throwable thrown) {
            try {
                awaited(future, thrown);
                return null;
            } catch (Throwable error) {
                return error;
            }
        }

        /** Takes the lock back, whatever happens: a cancellation meanwhile is kept for later. */
        private Signal reacquire(@Nullable Throwable thrown) {
            Throwable raise = thrown;
            while (true) {
                try {
                    Signal signal = acquire.resume(raise);
                    if (signal != Signal.RETURNED) {
                        return signal;
                    }
                    break;
                } catch (CancelledError cancelled) {
                    boolean keepsMessage =
                            SimLoop.running().python().has(CONDITION_PASSES_NOTIFY_ON);
                    failure = keepsMessage ? cancelled : new CancelledError();
                    acquire = lock.acquire();
                    raise = null;
                }
            }
            if (failure == null) {
                return returned(true);
            }
            if (SimLoop.running().python().has(CONDITION_PASSES_NOTIFY_ON)) {
                // This task may have been notified and cannot make use of it: another one shall.
                wake(1);
            }
            throw Throwing.asIs(failure);
        }

        @Override
        public String name() {
            return "wait";
        }
    }

    private final class WaitFor<V> extends StepCoroutine<V> {
        private final Supplier<@Nullable V> predicate;
        private @Nullable Coroutine<Boolean> wait;

        WaitFor(Supplier<@Nullable V> predicate) {
            this.predicate = predicate;
        }

        @Override
        protected Signal advance(@Nullable Throwable thrown) {
            Throwable raise = thrown;
            while (true) {
                if (wait != null) {
                    Signal signal = wait.resume(raise);
                    raise = null;
                    if (signal != Signal.RETURNED) {
                        return signal;
                    }
                }
                V value = predicate.get();
                if (value != null) {
                    return returned(value);
                }
                wait = Condition.this.waitFor();
                state = 1;
            }
        }

        @Override
        public String name() {
            return "wait_for";
        }
    }
}
