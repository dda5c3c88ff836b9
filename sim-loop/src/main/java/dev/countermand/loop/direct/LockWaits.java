package dev.countermand.loop.direct;

import dev.countermand.loop.Simulation;
import java.util.ArrayList;
import java.util.List;

/**
 * The threads of a simulation that wait for locks and monitors of the JDK. Nobody calls the
 * simulation when these become free, or not in time, so it looks after each step.
 */
final class LockWaits {
    private final List<DirectCoroutine<?>> waiting = new ArrayList<>();
    private int monitors;

    private LockWaits() {}

    static LockWaits of(Simulation world) {
        return world.attached(LockWaits.class, LockWaits::new);
    }

    /** Adds a thread that has begun to wait. */
    void add(DirectCoroutine<?> thread, JdkWait wait) {
        boolean isForLock = wait.on() == JdkWait.On.A_MONITOR || wait.on() == JdkWait.On.A_LOCK;
        if (isForLock && !waiting.contains(thread)) {
            waiting.add(thread);
            monitors += wait.on() == JdkWait.On.A_MONITOR ? 1 : 0;
        }
    }

    /** Lets all go on that can, in the order in which they came. */
    void look() {
        if (waiting.isEmpty()) {
            return;
        }
        if (monitors > 0) {
            FreedMonitors.settle();
        }
        monitors = 0;
        waiting.removeIf(thread -> {
            boolean waits = thread.stillWaits();
            monitors += waits && thread.waitsForMonitor() ? 1 : 0;
            return !waits;
        });
    }
}
