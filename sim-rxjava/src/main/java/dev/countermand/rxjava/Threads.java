package dev.countermand.rxjava;

import dev.countermand.concurrent.Sim;
import io.reactivex.rxjava3.core.Scheduler;
import io.reactivex.rxjava3.schedulers.Schedulers;
import java.util.ArrayList;
import java.util.List;

/**
 * The threads of a scheduler, as schedulers with one thread each: RxJava promises that what one
 * worker is given runs in order, so a worker stays on one thread.
 */
final class Threads {
    private final Sim sim;
    private final int most;
    private final List<Scheduler> made = new ArrayList<>();
    private int last = -1;

    Threads(Sim sim, int most) {
        if (most < 1) {
            throw new IllegalArgumentException(
                    "expected at least one thread, but there are " + most);
        }
        this.sim = sim;
        this.most = most;
    }

    /** The thread for the next piece of work; they take turns. */
    Scheduler next() {
        if (made.size() < most) {
            made.add(Schedulers.from(sim.scheduledExecutor(1), true));
            last = made.size() - 1;
        } else {
            last = (last + 1) % most;
        }
        return made.get(last);
    }
}
