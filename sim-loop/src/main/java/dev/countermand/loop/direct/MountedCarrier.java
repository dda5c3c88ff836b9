package dev.countermand.loop.direct;

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
    private final Thread thread;
    private volatile @Nullable Runnable continuation;
    private volatile @Nullable Thread waitingForContinuation;
    private boolean started;
    private boolean paused;
    private boolean ended;

    MountedCarrier(String name, Runnable body) {
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
        Thread waiting = waitingForContinuation;
        if (waiting != null) {
            LockSupport.unpark(waiting);
        }
    }

    @Override
    public void resume() {
        paused = false;
        if (started) {
            LockSupport.unpark(thread);
        } else {
            started = true;
            thread.start();
        }
        do {
            takeContinuation().run();
        } while (!paused && !ended);
    }

    /**
     * The continuation to run. It is there at once, unless the coroutine has blocked outside an
     * await: then the loop waits with it, as a blocking call on the loop's thread would make it
     * wait.
     */
    private Runnable takeContinuation() {
        Runnable ready = continuation;
        if (ready == null) {
            waitingForContinuation = Thread.currentThread();
            while ((ready = continuation) == null) {
                LockSupport.park(this);
            }
            waitingForContinuation = null;
        }
        continuation = null;
        return ready;
    }

    @Override
    public void pause() {
        paused = true;
        while (paused) {
            LockSupport.park(this);
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
