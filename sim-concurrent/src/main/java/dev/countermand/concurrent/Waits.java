package dev.countermand.concurrent;

import dev.countermand.loop.Future;
import dev.countermand.loop.SimLoop;
import dev.countermand.loop.Simulation;
import dev.countermand.loop.Task;
import dev.countermand.loop.TimerHandle;
import dev.countermand.loop.direct.DirectStyle;
import java.util.LinkedHashMap;
import java.util.Map;

/** The waits of the simulation's threads, which end early when the thread is interrupted. */
final class Waits {
    /** As long as it takes. */
    static final long NO_LIMIT = -1;

    private final Map<Task<?>, Future<Object>> waiting = new LinkedHashMap<>();

    private Waits() {}

    static Waits of(Simulation world) {
        return world.attached(Waits.class, Waits::new);
    }

    /**
     * Waits in the running thread. What is there is taken, also by a thread that was interrupted:
     * the JDK looks in this order too.
     *
     * @param nanos how long at most, {@link #NO_LIMIT} for ever; in virtual time
     * @return whether the gate is open
     * @throws InterruptedException if the thread is interrupted before or meanwhile
     */
    boolean await(Gate gate, long nanos) throws InterruptedException {
        if (gate.isOpen()) {
            return true;
        }
        heedInterrupt();
        if (nanos == NO_LIMIT || nanos > 0) {
            suspend(gate, nanos);
            if (!gate.isOpen()) {
                heedInterrupt();
            }
        }
        return gate.isOpen();
    }

    private static void heedInterrupt() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }

    /** The same for a wait that no interrupt ends: it stays pending. */
    void awaitUninterruptibly(Gate gate) {
        boolean interrupted = Thread.interrupted();
        while (!gate.isOpen()) {
            suspend(gate, NO_LIMIT);
            interrupted |= Thread.interrupted();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void suspend(Gate gate, long nanos) {
        SimLoop loop = SimLoop.running();
        Task<?> thread = loop.currentTask();
        Future<Object> wake = loop.createFuture();
        gate.add(wake);
        TimerHandle timer = nanos == NO_LIMIT
                ? null : loop.callLater(nanos, () -> wake(wake));
        if (thread != null) {
            waiting.put(thread, wake);
        }
        try {
            DirectStyle.await(wake, () -> wake(wake));
        } finally {
            gate.remove(wake);
            waiting.remove(thread);
            if (timer != null) {
                timer.cancel();
            }
        }
    }

    /** Ends the wait of a thread, if it is in one. */
    void interrupt(Task<?> thread) {
        Future<Object> wake = waiting.get(thread);
        if (wake != null) {
            wake(wake);
        }
    }

    private static void wake(Future<Object> wake) {
        if (!wake.isDone()) {
            wake.setResult(null);
        }
    }
}
