package dev.countermand.loop;

import dev.countermand.loop.error.Deadlock;
import dev.countermand.loop.error.Deadlock.Waiting;
import dev.countermand.loop.trace.Violation;
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
        Deadlock verdict = new Deadlock(waiting);
        List<Violation.Waiting> recorded = new ArrayList<>();
        waiting.forEach(task -> recorded.add(
                new Violation.Waiting(task.task(), task.on(), task.where())));
        loop.simulation().findings().atDeadlock(
                String.valueOf(verdict.getMessage()), recorded);
        return verdict;
    }
}
