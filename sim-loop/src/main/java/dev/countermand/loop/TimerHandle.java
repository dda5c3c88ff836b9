package dev.countermand.loop;

import dev.countermand.clock.Timer;

/** A callback that waits for its time: {@code asyncio.TimerHandle}. */
public final class TimerHandle extends Handle implements Timer {
    private final long deadlineNanos;
    private boolean scheduled = true;

    TimerHandle(SimLoop loop, long deadlineNanos, Runnable callback, Context context) {
        super(loop, callback, context);
        this.deadlineNanos = deadlineNanos;
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
    String describe() {
        return "timer";
    }
}
