package dev.countermand.loop;

import dev.countermand.loop.error.Deadlock;
import dev.countermand.loop.error.Deadlock.Waiting;
import java.util.ArrayList;
import java.util.List;

/** Says who waits for what when nothing can ever become ready. */
final class DeadlockReport {
    private DeadlockReport() {}

    static Deadlock of(SimLoop loop) {
        List<Waiting> waiting = new ArrayList<>();
        for (Task<?> task : loop.allTasks()) {
            Future<?> awaited = task.awaits();
            String what = awaited == null ? "its turn" : awaited.describe();
            waiting.add(new Waiting(task.name(), what, task.coroutine().where()));
        }
        loop.simulation().findings().atDeadlock();
        return new Deadlock(waiting);
    }
}
