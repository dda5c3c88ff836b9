package dev.countermand.loop;

import org.jspecify.annotations.Nullable;

/**
 * The moment in an iteration in which a loop looks outside: {@code selector.select} in asyncio's
 * {@code _run_once}.
 *
 * <p>If nothing is ready it waits for the next event, which a simulation does by moving its clock.
 * Then what has come is let in: signals, calls of other threads, ends of executor jobs.
 */
final class Select {
    private final SimLoop loop;
    private final Timers timers;
    private final Arrivals arrivals;

    Select(SimLoop loop, Timers timers) {
        this.loop = loop;
        this.timers = timers;
        this.arrivals = new Arrivals(loop);
    }

    Arrivals arrivals() {
        return arrivals;
    }

    void run(ReadyQueue ready, LoopRun run) {
        ThreadsafeCalls calls = loop.calls;
        if (calls != null) {
            loop.reports.reportCollected();
            calls.moveToReady();
        }
        if (ready.isEmpty() && !run.isStopping()) {
            await(calls);
        }
        arrivals.deliverDue();
    }

    private void await(@Nullable ThreadsafeCalls calls) {
        if (calls == null) {
            loop.surroundings().await(nextEvent());
        } else {
            calls.awaitUntil(nextEvent());
        }
    }

    /** The time of what the select can bring, the largest number if nothing. */
    long nextEvent() {
        return Math.min(timers.nextDeadline(), arrivals.nextTime());
    }
}
