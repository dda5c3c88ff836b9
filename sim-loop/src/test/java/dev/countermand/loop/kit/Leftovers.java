package dev.countermand.loop.kit;

import dev.countermand.loop.error.Deadlock;
import dev.countermand.loop.trace.TraceEvent;
import java.util.List;

/** What an operation leaves behind when it is over: timers, callbacks, tasks that still wait. */
public final class Leftovers {
    private Leftovers() {}

    /**
     * Runs a program, lets it wait for ever after its end, and gives the time at which nothing was
     * left to do: that of the last timer which nobody has cancelled.
     */
    public static long idleAfter(Trial trial, Script main) {
        waiting(trial, main.await(trial::future));
        return trial.loop().nanos();
    }

    /** Runs a program that comes to wait for ever, and says who waits for what. */
    public static List<String> waiting(Trial trial, Script main) {
        Deadlock deadlock = (Deadlock) trial.failure(main);
        return deadlock.waiting().stream()
                .map(task -> task.task() + " for " + task.on()).toList();
    }

    /** How many timers have fired so far. */
    public static long timersFired(Trial trial) {
        return ran(trial, "timer");
    }

    /** How many done callbacks other than the wake-ups of tasks have been called so far. */
    public static long doneCallbacks(Trial trial) {
        return ran(trial, "done callback");
    }

    private static long ran(Trial trial, String beginning) {
        return trial.events().stream()
                .filter(event -> event instanceof TraceEvent.Ran ran
                        && ran.what().startsWith(beginning))
                .count();
    }
}
