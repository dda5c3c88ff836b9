package dev.countermand.loop.direct;

import dev.countermand.loop.error.BlockingCall;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A thread that hands a baton to and fro with the loop's thread.
 *
 * <p>Whoever has the baton runs, the other is parked. Writing the volatile field hands over, with
 * the baton, everything written before it.
 */
final class BatonCarrier implements Carrier {
    private static final int LAST_ATTEMPTS = 10;

    private final Thread thread;
    private volatile boolean coroutinesTurn;
    private volatile boolean ended;
    private volatile @Nullable Thread loopThread;
    private volatile @Nullable BlockingCall blocked;
    private final Watcher watchedBy;
    private volatile BlockedThread.Style style = BlockedThread.Style.COROUTINE;
    private boolean started;

    /** Who notices that a coroutine blocks, as it does not come back to the loop then. */
    enum Watcher {
        /** The loop's thread, which waits for the baton for a limited time. */
        LOOP,
        /** The thread that waits for the loop to end: a wait with a limit costs the loop more. */
        HOST,
        /** Nobody, as blocking is no mistake there. */
        NOBODY
    }

    /**
     * Creates the carrier.
     *
     * @param body what the coroutine does
     * @param watchedBy who notices that it blocks
     * @param threads makes a thread, which is not started, for the work it is given
     */
    BatonCarrier(Runnable body, Watcher watchedBy, Function<Runnable, Thread> threads) {
        this.watchedBy = watchedBy;
        thread = threads.apply(() -> {
            try {
                body.run();
            } finally {
                ended = true;
                handBack();
            }
        });
    }

    @Override
    public void allowWaits(Runnable onReady) {
        // They cannot be told from code that computes; but the remedy is another one.
        style = BlockedThread.Style.THREAD;
    }

    @Override
    public void resume() {
        loopThread = Thread.currentThread();
        coroutinesTurn = true;
        if (started) {
            LockSupport.unpark(thread);
        } else {
            started = true;
            thread.start();
        }
        StandstillWatch watch = watchedBy == Watcher.LOOP ? new StandstillWatch() : null;
        // A thread that is interrupted does not park, and would go round and round.
        boolean interrupted = Thread.interrupted();
        while (coroutinesTurn) {
            if (watch == null) {
                LockSupport.park(this);
            } else {
                LockSupport.parkNanos(this, StandstillWatch.LOOK_NANOS);
                look(watch);
            }
            interrupted |= Thread.interrupted();
            if (blocked != null && coroutinesTurn) {
                giveUp(blocked);
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Looks whether the coroutine stands still, and wakes the loop if it does for long. */
    void look(StandstillWatch watch) {
        if (coroutinesTurn && watchedBy != Watcher.NOBODY) {
            watch.look(thread, style).ifPresent(verdict -> {
                if (coroutinesTurn) {
                    blocked = verdict;
                    LockSupport.unpark(loopThread);
                }
            });
        }
    }

    /** Lets the body end, if an interrupt can make it, and ends the run. */
    private void giveUp(BlockingCall verdict) {
        thread.interrupt();
        for (int attempt = 0; coroutinesTurn && attempt < LAST_ATTEMPTS; attempt++) {
            LockSupport.parkNanos(this, StandstillWatch.LOOK_NANOS / LAST_ATTEMPTS);
        }
        throw verdict;
    }

    @Override
    public void pause() {
        if (blocked != null) {
            throw blocked;
        }
        handBack();
        // A thread that is interrupted does not park, and would go round and round.
        boolean interrupted = Thread.interrupted();
        while (!coroutinesTurn) {
            LockSupport.park(this);
            interrupted |= Thread.interrupted();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void handBack() {
        Thread waiting = loopThread;
        coroutinesTurn = false;
        LockSupport.unpark(waiting);
    }

    @Override
    public boolean hasEnded() {
        return ended;
    }

    @Override
    public void interrupt() {
        thread.interrupt();
    }

    @Override
    public StackTraceElement[] stack() {
        return thread.getStackTrace();
    }
}
