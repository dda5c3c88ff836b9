package dev.countermand.real;

import dev.countermand.clock.VirtualClock;
import dev.countermand.loop.Surroundings;
import dev.countermand.loop.error.RuntimeError;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The surroundings of a loop on real time: {@code System.nanoTime}, and a parked thread.
 *
 * <p>A thread that wakes the loop sets a flag and unparks the loop's thread; the loop takes the
 * flag back after its wait and before it looks at what has come, so no wake-up is lost.
 */
final class RealSurroundings implements Surroundings {
    private final long startNanos = System.nanoTime();
    private final int mostWorkers;
    private volatile boolean woken;
    private volatile @Nullable Thread waiting;

    RealSurroundings(int mostWorkers) {
        this.mostWorkers = mostWorkers;
    }

    @Override
    public long nowNanos() {
        return System.nanoTime() - startNanos;
    }

    @Override
    public void await(long deadlineNanos) {
        // A thread that is interrupted does not park. An interrupt means nothing to the loop, so it
        // is kept for the code that the loop runs.
        boolean interrupted = Thread.interrupted();
        waiting = Thread.currentThread();
        while (!woken) {
            if (deadlineNanos == Long.MAX_VALUE) {
                LockSupport.park(this);
            } else {
                long left = deadlineNanos - nowNanos();
                if (left <= 0) {
                    break;
                }
                LockSupport.parkNanos(this, left);
            }
            interrupted |= Thread.interrupted();
        }
        waiting = null;
        woken = false;
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void wake() {
        woken = true;
        Thread thread = waiting;
        if (thread != null) {
            LockSupport.unpark(thread);
        }
    }

    @Override
    public Workers workers() {
        return new ThreadWorkers(mostWorkers);
    }

    @Override
    public Beside beside() {
        return Beside.THREADS;
    }

    @Override
    public VirtualClock virtualClock() {
        throw new RuntimeError("the clock of a loop on real time cannot be moved",
                "read loop.nanos(), and wait with sleep");
    }
}
