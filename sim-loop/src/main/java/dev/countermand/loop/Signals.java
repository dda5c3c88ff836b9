package dev.countermand.loop;

import dev.countermand.loop.error.KeyboardInterrupt;
import java.util.PriorityQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The signals of the simulated process: who handles SIGINT, and when it arrives.
 *
 * <p>Python's interpreter calls the handler between two instructions of the main thread. Here it is
 * called inside the loop's select, at a virtual time; between two steps; or in place, when a
 * program interrupts itself.
 */
public final class Signals {
    private final PriorityQueue<Long> arrivals = new PriorityQueue<>();
    private @Nullable Runnable handler;
    private final AtomicInteger pendingFromOutside = new AtomicInteger();
    private volatile Runnable wake = () -> {};

    /** Lets a SIGINT arrive at a time of the running loop, in nanoseconds since its creation. */
    public void interruptAt(long nanos) {
        Accesses.everything();
        arrivals.add(nanos);
    }

    /**
     * The handler that was installed, null for Python's default, which raises KeyboardInterrupt.
     */
    public @Nullable Runnable handler() {
        Accesses.read(this);
        return handler;
    }

    /** Installs a handler; null is the default one. */
    public void install(@Nullable Runnable newHandler) {
        Accesses.write(this);
        handler = newHandler;
    }

    /**
     * SIGINT is here: calls the installed handler in place.
     *
     * @throws KeyboardInterrupt from the default handler, or from an installed one that gives up
     */
    public void interrupt() {
        Accesses.write(this);
        if (handler == null) {
            throw new KeyboardInterrupt();
        }
        handler.run();
    }

    /**
     * Notes a real SIGINT; the loop's thread handles it before its next step, and does not wait
     * any longer if it waits.
     *
     * <p>This is the one method that any thread may call.
     *
     * @return how many have come that are not handled yet, this one included
     */
    public int interruptFromOutside() {
        int pending = pendingFromOutside.incrementAndGet();
        wake.run();
        return pending;
    }

    /** Sets what a real SIGINT does, on its own thread, so that a waiting loop hears of it. */
    void wakeWith(Runnable newWake) {
        wake = newWake;
    }

    /**
     * Handles the real SIGINTs that came since the last call, each by itself.
     *
     * @return whether one came
     */
    boolean handlePending() {
        if (pendingFromOutside.get() == 0) {
            return false;
        }
        do {
            pendingFromOutside.decrementAndGet();
            interrupt();
        } while (pendingFromOutside.get() > 0);
        return true;
    }

    /** The time of the next arrival in nanoseconds, {@link Long#MAX_VALUE} if there is none. */
    long nextArrival() {
        Long next = arrivals.peek();
        return next == null ? Long.MAX_VALUE : next;
    }

    /** Whether a SIGINT is yet to arrive at some time. */
    boolean hasArrivals() {
        return !arrivals.isEmpty();
    }

    void removeNextArrival() {
        arrivals.remove();
    }
}
