package dev.countermand.concurrent;

import dev.countermand.loop.Future;
import java.util.ArrayList;
import java.util.List;

/** Something that happens once, and that threads of the simulation wait for. */
final class Gate {
    private final String what;
    private final List<Future<Object>> waiters = new ArrayList<>();
    private boolean open;

    /**
     * Creates a gate that is shut.
     *
     * @param what waiting for it means, for reports
     */
    Gate(String what) {
        this.what = what;
    }

    boolean isOpen() {
        return open;
    }

    /** Lets everybody go on who waits, in the order in which they came. */
    void open() {
        open = true;
        for (Future<Object> waiter : List.copyOf(waiters)) {
            if (!waiter.isDone()) {
                waiter.setResult(null);
            }
        }
        waiters.clear();
    }

    void add(Future<Object> waiter) {
        waiter.setPurpose(what);
        waiters.add(waiter);
    }

    void remove(Future<Object> waiter) {
        waiters.remove(waiter);
    }
}
