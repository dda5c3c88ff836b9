package dev.countermand.loop;

import dev.countermand.clock.Timer;
import org.jspecify.annotations.Nullable;

/** A callback that waits for its time: {@code asyncio.TimerHandle}. */
public final class TimerHandle extends Handle implements Timer {
    private final long deadlineNanos;

    /** The task that set the timer and, as a rule, waits for it. */
    private final @Nullable Task<?> owner;

    private boolean scheduled = true;

    TimerHandle(SimLoop loop, long deadlineNanos, Runnable callback, Context context) {
        super(loop, callback, context);
        this.deadlineNanos = deadlineNanos;
        this.owner = loop.currentTask();
    }

    /** The time it is due, in nanoseconds of the loop's clock: {@code TimerHandle.when()}. */
    @Override
    public long deadlineNanos() {
        return deadlineNanos;
    }

    @Override
    public void cancel() {
        if (!isCancelled() && scheduled) {
            loop.timerCancelled(this);
        }
        super.cancel();
    }

    /** Notes that it left the timer queue for the ready queue, or was dropped. */
    void unscheduled() {
        scheduled = false;
    }

    @Override
    public long actorId() {
        return owner == null ? 0 : owner.id();
    }

    @Override
    public String actorName() {
        return owner == null ? describe() : owner.actorName();
    }

    @Override
    String describe() {
        return "timer";
    }
}
