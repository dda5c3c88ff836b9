package dev.countermand.loop.direct;

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
    private final Thread thread;
    private volatile boolean coroutinesTurn;
    private volatile boolean ended;
    private volatile @Nullable Thread loopThread;
    private boolean started;

    /**
     * Creates the carrier.
     *
     * @param body what the coroutine does
     * @param threads makes a thread, which is not started, for the work it is given
     */
    BatonCarrier(Runnable body, Function<Runnable, Thread> threads) {
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
    public void resume() {
        loopThread = Thread.currentThread();
        coroutinesTurn = true;
        if (started) {
            LockSupport.unpark(thread);
        } else {
            started = true;
            thread.start();
        }
        while (coroutinesTurn) {
            LockSupport.park(this);
        }
    }

    @Override
    public void pause() {
        handBack();
        while (!coroutinesTurn) {
            LockSupport.park(this);
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
    public StackTraceElement[] stack() {
        return thread.getStackTrace();
    }
}
