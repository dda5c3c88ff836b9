package dev.countermand.loop;

import dev.countermand.clock.TieBreak;
import dev.countermand.clock.TimerQueue;
import dev.countermand.loop.schedule.ChoiceKind;
import dev.countermand.loop.schedule.Choices;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The handles that wait for their time: asyncio's {@code _scheduled}. */
final class Timers {
    private final SimLoop loop;
    private final TimerQueue<TimerHandle> queue = new TimerQueue<>();
    private final List<TimerHandle> due = new ArrayList<>();

    Timers(SimLoop loop) {
        this.loop = loop;
    }

    static long nanos(Duration duration) {
        try {
            return duration.toNanos();
        } catch (ArithmeticException tooLong) {
            return duration.isNegative() ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
    }

    /** Now plus a delay, kept below the value that means "never". */
    long deadlineAfter(long delayNanos) {
        long latest = Long.MAX_VALUE - 1;
        long now = loop.nanos();
        return delayNanos > latest - now ? latest : now + delayNanos;
    }

    TimerHandle add(long whenNanos, Runnable callback, Context context) {
        TimerHandle handle = new TimerHandle(loop, whenNanos, callback, context);
        queue.add(handle);
        if (loop.accesses != null) {
            loop.accesses.made(handle);
        }
        if (loop.tracer() != null) {
            loop.tracer().scheduled(handle);
        }
        return handle;
    }

    void cancelled(TimerHandle handle) {
        queue.cancelled(handle);
    }

    void dropCancelled() {
        queue.dropCancelled();
    }

    long nextDeadline() {
        TimerHandle first = queue.first();
        return first == null ? Long.MAX_VALUE : first.deadlineNanos();
    }

    void clear() {
        queue.clear();
    }

    /**
     * Moves every timer that is due to the ready queue.
     *
     * <p>Choice 0 is the order of CPython's heap. Among timers of equal deadline asyncio promises
     * no order, so the scheduler may pick.
     */
    void moveDueTo(ReadyQueue ready) {
        long now = loop.nanos();
        if (nextDeadline() > now) {
            return;
        }
        queue.drainDue(now, due);
        Choices choices = loop.simulation().choices();
        TieBreak tieBreak = tied -> choices.choose(ChoiceKind.TIMER_TIE, this, tied);
        tieBreak.order(due);
        for (TimerHandle timer : due) {
            timer.unscheduled();
            ready.add(timer);
        }
        due.clear();
    }

    /** The label of a tie: the time at which the timers are due. */
    @Override
    public String toString() {
        return "due at " + loop.nanos() + " ns";
    }
}
