package dev.countermand.loop;

import dev.countermand.loop.error.KeyboardInterrupt;
import dev.countermand.loop.error.RuntimeError;
import dev.countermand.loop.error.SystemExit;
import org.jspecify.annotations.Nullable;

/**
 * Whether a loop runs, and until when: asyncio's {@code run_forever}, {@code run_until_complete}
 * and {@code stop}.
 */
final class LoopRun {
    private static final String AWAIT_INSTEAD =
            "await the coroutine, or make a task of it with createTask";

    private final SimLoop loop;

    /** Other threads ask too, to see that they may not use the loop. */
    private volatile boolean running;

    private boolean stopping;

    LoopRun(SimLoop loop) {
        this.loop = loop;
    }

    boolean isRunning() {
        return running;
    }

    boolean isStopping() {
        return stopping;
    }

    void stop() {
        if (running && loop.accesses != null) {
            loop.accesses.stops();
        }
        stopping = true;
    }

    /** Runs iterations until {@link #stop}; the iteration in which it is called still ends. */
    void forever() {
        checkMayRun();
        running = true;
        loop.simulation().noteRunning(loop);
        try {
            loop.simulation().hostLoop(this::untilStopped);
        } finally {
            stopping = false;
            running = false;
        }
    }

    private void untilStopped() {
        RunningLoop.set(loop);
        try {
            do {
                loop.runOnce();
            } while (!stopping);
        } finally {
            if (loop.accesses != null) {
                loop.accesses.loopEnds();
            }
            RunningLoop.set(null);
        }
    }

    /**
     * Runs until a future is done.
     *
     * @param newTask whether the future is a task made for this run, so that nobody else can ask
     *     for its error
     */
    <T> @Nullable T untilComplete(Future<T> future, boolean newTask) {
        DoneCallback stopWhenDone = this::stopWhenDone;
        future.addDoneCallback(stopWhenDone);
        try {
            forever();
        } catch (Throwable leaving) {
            if (newTask && future.isDone()) {
                future.markRetrieved();
            }
            throw leaving;
        } finally {
            future.removeDoneCallback(stopWhenDone);
        }
        if (!future.isDone()) {
            throw new RuntimeError("Event loop stopped before Future completed.");
        }
        return future.result();
    }

    private void stopWhenDone(Future<?> future) {
        Throwable error = future.isCancelled() ? null : future.exception();
        // An error that left the loop has stopped it; stopping again would end the next run at
        // once.
        if (!(error instanceof SystemExit || error instanceof KeyboardInterrupt)) {
            stop();
        }
    }

    RuntimeError wrongThread() {
        return new RuntimeError("Non-thread-safe operation invoked on an event loop other than the"
                + " current one", loop.surroundings().beside().insteadOfCalling());
    }

    void checkMayRun() {
        loop.checkClosed();
        if (running) {
            throw new RuntimeError("This event loop is already running", AWAIT_INSTEAD);
        }
        if (RunningLoop.get() != null) {
            throw new RuntimeError(
                    "Cannot run the event loop while another loop is running", AWAIT_INSTEAD);
        }
    }
}
