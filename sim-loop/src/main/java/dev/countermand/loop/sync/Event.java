package dev.countermand.loop.sync;

import dev.countermand.loop.Coroutine;
import dev.countermand.loop.Future;
import dev.countermand.loop.Signal;
import dev.countermand.loop.StepCoroutine;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** A flag that tasks can wait for: {@code asyncio.Event}. */
public final class Event extends LoopBound {
    private final Deque<Future<Object>> waiters = new ArrayDeque<>();
    private boolean flag;

    /** Creates an event that is not set. */
    public Event() {
        this(null);
    }

    /** Creates an event that is not set, with a name for reports. */
    public Event(@Nullable String name) {
        super(name);
    }

    /** Whether the flag is set: {@code Event.is_set}. */
    public boolean isSet() {
        seen();
        return flag;
    }

    /** Sets the flag and wakes everybody who waits: {@code Event.set}. */
    public void set() {
        used();
        if (!flag) {
            flag = true;
            for (Future<Object> waiter : waiters) {
                if (!waiter.isDone()) {
                    waiter.setResult(true);
                }
            }
        }
    }

    /** Resets the flag; those who were woken before go on all the same: {@code Event.clear}. */
    public void clear() {
        used();
        flag = false;
    }

    /** Waits until the flag is set: {@code Event.wait}. */
    public Coroutine<Boolean> waitFor() {
        return new Wait();
    }

    private final class Wait extends StepCoroutine<Boolean> {
        private @Nullable Future<Object> waiter;

        @Override
        protected Signal advance(@Nullable Throwable thrown) {
            used();
            if (state == 0) {
                if (flag) {
                    return returned(true);
                }
                waiter = newWaiter();
                waiters.addLast(waiter);
                state = 1;
                return waiter;
            }
            waiters.remove(waiter);
            awaited(waiter, thrown);
            return returned(true);
        }

        @Override
        public String name() {
            return "wait";
        }
    }
}
