package dev.countermand.loop.direct;

import dev.countermand.loop.Surroundings.Beside;
import dev.countermand.loop.error.BlockingCall;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A virtual thread that runs mounted on the thread that resumes it. */
final class MountedCarrier implements Carrier, Executor {
    /*
     * The JDK gives the thread's continuation to execute() when it is started or unparked, and when
     * a lock it waits for becomes free; the last can come from another thread. Running the
     * continuation mounts the virtual thread on the caller until it parks.
     */
    private static final int LAST_ATTEMPTS = 10;

    private final Thread thread;
    private final Beside beside;
    private volatile @Nullable Runnable continuation;
    private volatile @Nullable Thread waitingForContinuation;
    private @Nullable BlockingCall givenUp;
    private @Nullable Runnable onReady;
    private @Nullable JdkWait waitsIn;
    private boolean started;
    private boolean paused;
    private boolean ended;

    MountedCarrier(String name, Runnable body, Beside beside) {
        this.beside = beside;
        thread = VirtualThreads.unstarted(this, name, () -> {
            try {
                body.run();
            } finally {
                ended = true;
            }
        });
    }

    @Override
    public void execute(Runnable ready) {
        continuation = ready;
        if (onReady != null && (waitsIn != null || paused)) {
            onReady.run();
        }
        Thread waiting = waitingForContinuation;
        if (waiting != null) {
            LockSupport.unpark(waiting);
        }
    }

    /**
     * The thread, for somebody else to start it; its first {@link #resume} comes after that.
     */
    Thread threadToStart() {
        started = true;
        waitsIn = new JdkWait("java.lang.Thread.start", JdkWait.On.A_THREAD);
        return thread;
    }

    @Override
    public void allowWaits(Runnable ready) {
        onReady = ready;
    }

    @Override
    public @Nullable JdkWait waitsIn() {
        return waitsIn;
    }

    @Override
    public boolean isReady() {
        return continuation != null;
    }

    @Override
    public void interrupt() {
        thread.interrupt();
    }

    @Override
    public void resume() {
        // A thread that carries a virtual one takes over whether that is interrupted.
        boolean interrupted = Thread.currentThread().isInterrupted();
        try {
            runUntilItPauses();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void runUntilItPauses() {
        paused = false;
        if (waitsIn != null) {
            if (continuation == null) {
                return;
            }
            waitsIn = null;
        } else if (started) {
            LockSupport.unpark(thread);
        } else {
            started = true;
            thread.start();
        }
        takeContinuation().run();
        while (!paused && !ended) {
            // It came back by itself: it has yielded, waits for a lock, or blocks.
            if (onReady != null) {
                waitsIn = waitOfAThread();
                if (waitsIn != null) {
                    return;
                }
            }
            if (beside == Beside.NOTHING) {
                BlockedThread.calledBy(thread.getName(), style(), thread.getStackTrace())
                        .ifPresent(this::giveUp);
            }
            takeContinuation().run();
        }
    }

    private @Nullable JdkWait waitOfAThread() {
        JdkWait wait = JdkWait.of(thread.getState(), thread.getStackTrace());
        if (wait != null && wait.on() == JdkWait.On.A_MONITOR) {
            // A thread outside the simulation may have had it just now.
            FreedMonitors.settle();
            return continuation == null ? wait : null;
        }
        return wait;
    }

    private BlockedThread.Style style() {
        return onReady == null ? BlockedThread.Style.COROUTINE : BlockedThread.Style.THREAD;
    }

    /**
     * The continuation to run. It is there at once, unless the coroutine waits for a lock of the
     * JDK, or for anything where that is no mistake: then the loop waits with it, as a lock that a
     * foreign thread holds becomes free.
     */
    private Runnable takeContinuation() {
        Runnable ready = continuation;
        if (ready == null) {
            StandstillWatch watch = new StandstillWatch();
            waitingForContinuation = Thread.currentThread();
            // A thread that is interrupted does not park, and would go round and round.
            boolean interrupted = Thread.interrupted();
            while ((ready = continuation) == null) {
                LockSupport.parkNanos(this, StandstillWatch.LOOK_NANOS);
                interrupted |= Thread.interrupted();
                if (continuation == null && beside == Beside.NOTHING) {
                    watch.look(thread, style()).ifPresent(this::giveUp);
                }
            }
            waitingForContinuation = null;
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
        continuation = null;
        return ready;
    }

    /** Lets the body end, if an interrupt can make it, and ends the run. */
    private void giveUp(BlockingCall verdict) {
        waitingForContinuation = null;
        givenUp = verdict;
        thread.interrupt();
        for (int attempt = 0; !ended && attempt < LAST_ATTEMPTS; attempt++) {
            Runnable ready = continuation;
            if (ready != null) {
                continuation = null;
                ready.run();
            }
        }
        throw verdict;
    }

    @Override
    public void pause() {
        if (givenUp != null) {
            throw givenUp;
        }
        paused = true;
        // A thread that is interrupted does not park.
        boolean interrupted = Thread.interrupted();
        while (paused) {
            LockSupport.park(this);
            interrupted |= Thread.interrupted();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
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
