package dev.countermand.loop.direct;

import java.util.concurrent.Executor;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Waits until the JVM has told all virtual threads whose monitors are free by now.
 *
 * <p>Whoever leaves a monitor puts the next virtual thread for it on a list, and a thread of the
 * JVM empties the list a moment later. A probe that is put on the list after it, and comes back,
 * shows that the thread of the JVM has taken all that was there. It takes the list as a whole and
 * begins with the latest, so the probe goes through twice: when it comes back from its second list,
 * the first one is done with.
 */
final class FreedMonitors implements Executor {
    private static final int PASSES = 2;

    private final Object monitor = new Object();
    private final Thread caller = Thread.currentThread();
    private volatile @Nullable Runnable continuation;

    private FreedMonitors() {}

    /** Returns when all threads have been told. The calling thread must be a platform thread. */
    static void settle() {
        // An interrupt is for somebody else, and a thread that has one does not park.
        boolean interrupted = Thread.interrupted();
        new FreedMonitors().pass();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void pass() {
        VirtualThreads.unstarted(this, "freed monitors", this::waitInMonitor).start();
        runProbe();
        for (int i = 0; i < PASSES; i++) {
            synchronized (monitor) {
                monitor.notifyAll();
            }
            runProbe();
        }
    }

    private void waitInMonitor() {
        synchronized (monitor) {
            try {
                for (int i = 0; i < PASSES; i++) {
                    monitor.wait();
                }
            } catch (InterruptedException nobodyDoesThat) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void execute(Runnable ready) {
        continuation = ready;
        LockSupport.unpark(caller);
    }

    private void runProbe() {
        Runnable ready;
        while ((ready = continuation) == null) {
            LockSupport.park(this);
        }
        continuation = null;
        ready.run();
    }
}
