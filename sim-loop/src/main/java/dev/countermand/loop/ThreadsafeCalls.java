package dev.countermand.loop;

import dev.countermand.loop.error.RuntimeError;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * The calls that other threads hand to a loop: {@code call_soon_threadsafe}. Only a loop that has
 * threads beside it has one.
 *
 * <p>asyncio appends them to the ready queue itself, which Python's interpreter lock allows. Here
 * they wait in a queue of their own, and the loop's thread takes them over before it adds anything
 * to the ready queue and before it looks at it, so that the order is the same.
 */
final class ThreadsafeCalls {
    private final SimLoop loop;
    private final Surroundings surroundings;
    private final Queue<Handle> waiting = new ConcurrentLinkedQueue<>();
    private volatile boolean closed;

    ThreadsafeCalls(SimLoop loop, Surroundings surroundings) {
        this.loop = loop;
        this.surroundings = surroundings;
    }

    /**
     * Takes a call from any thread. It runs in an empty context, which is what a thread has in
     * Python; from the loop's own thread, in a copy of the current one.
     *
     * @throws RuntimeError if the loop is closed
     */
    Handle add(Runnable callback) {
        if (RunningLoop.get() == loop) {
            return loop.callSoon(callback);
        }
        Handle handle = new Handle(loop, callback, new Context());
        if (!offer(handle)) {
            throw new RuntimeError("Event loop is closed");
        }
        return handle;
    }

    private boolean offer(Handle handle) {
        if (closed) {
            return false;
        }
        waiting.add(handle);
        surroundings.wake();
        return true;
    }

    /** Takes a call that is to be forgotten if the loop is closed. */
    void addUnlessClosed(Runnable callback) {
        offer(new Handle(loop, callback, new Context()));
    }

    /** The select: waits for a time or for somebody outside, then lets in what has come. */
    void awaitUntil(long deadlineNanos) {
        Signals signals = loop.simulation().signals();
        signals.wakeWith(surroundings::wake);
        if (!signals.handlePending()) {
            surroundings.await(deadlineNanos);
            signals.handlePending();
        }
        moveToReady();
    }

    /** Moves the calls that have come to the ready queue; the loop's thread calls it. */
    void moveToReady() {
        for (Handle handle = waiting.poll(); handle != null; handle = waiting.poll()) {
            loop.becomeReady(handle);
        }
    }

    /** The loop is closed: what waits never runs, and nothing is taken any more. */
    void close() {
        closed = true;
        waiting.clear();
    }
}
