package dev.countermand.scenario.library;

import static dev.countermand.loop.trace.Violation.Kind.CHECK;
import static dev.countermand.loop.trace.Violation.Kind.DEADLOCK;
import static dev.countermand.loop.trace.Violation.Kind.MUST_HONOUR;

import dev.countermand.loop.trace.Violation;
import java.util.List;

/**
 * A bug of the library: a scenario that has it, and one named {@code ..-fixed} that has not.
 *
 * @param name the name of the scenario that has it
 * @param shows how a run in which it strikes is told from others
 */
record Bug(String name, Violation.Kind shows) {
    static final String FIXED = "-fixed";

    static final List<Bug> ALL = List.of(
            new Bug("barrier-index-reused", CHECK),
            new Bug("condition-swallows-cancel", MUST_HONOUR),
            new Bug("condition-wait-unlocked", CHECK),
            new Bug("drain-two-waiters", CHECK),
            new Bug("executor-outlives-loop", CHECK),
            new Bug("executor-shutdown-without-timeout", CHECK),
            new Bug("gather-swallows-cancel", MUST_HONOUR),
            new Bug("group-eager-grandchild", DEADLOCK),
            new Bug("group-late-child", CHECK),
            new Bug("interrupt-kills-reader", DEADLOCK),
            new Bug("lock-checkpoint-leak", DEADLOCK),
            new Bug("lock-wakeup-lost", DEADLOCK),
            new Bug("notify-permit-dropped", DEADLOCK),
            new Bug("pool-cancelled-client", MUST_HONOUR),
            new Bug("pool-slot-leaked", DEADLOCK),
            new Bug("queue-item-lost", CHECK),
            new Bug("race-two-winners", CHECK),
            new Bug("reply-to-cancelled-ping", DEADLOCK),
            new Bug("semaphore-dead", DEADLOCK),
            new Bug("semaphore-double-release", CHECK),
            new Bug("semaphore-overtaking", CHECK),
            new Bug("server-wait-closed-early", CHECK),
            new Bug("shield-hides-error", CHECK),
            new Bug("stale-reply", CHECK),
            new Bug("timeout-leaves-cancel-count", CHECK),
            new Bug("timer-after-shutdown", CHECK),
            new Bug("wait-for-drops-result", CHECK),
            new Bug("wait-for-hides-error", CHECK),
            new Bug("wait-for-returns-early", CHECK),
            new Bug("wait-for-swallows-cancel", MUST_HONOUR));

    /** The scenario that has the bug, with its folder. */
    String broken() {
        return LibraryFiles.BUGS + "/" + name;
    }

    /** The scenario in which it is repaired, with its folder. */
    String repaired() {
        return broken() + FIXED;
    }

    @Override
    public String toString() {
        return name;
    }
}
