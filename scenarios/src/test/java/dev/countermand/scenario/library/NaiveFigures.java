package dev.countermand.scenario.library;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How many runs a simple harness of a hundred lines needs on average for each bug, on CPython 3.13
 * with the same programs: the better of 1 / (share of its random runs that fail, over 3,000 seeds,
 * timers due together in asyncio's order or shuffled) and the average length of its sweep over the
 * positions of the cancel.
 */
final class NaiveFigures {
    private static final Map<String, Double> RUNS = new LinkedHashMap<>();

    static {
        String figures = """
                barrier-index-reused 12.66
                condition-swallows-cancel 4
                condition-wait-unlocked 4
                drain-two-waiters 1.73
                executor-outlives-loop 3.01
                executor-shutdown-without-timeout 3.00
                gather-swallows-cancel 1.04
                group-eager-grandchild 1.99
                group-late-child 2.89
                interrupt-kills-reader 1.63
                lock-checkpoint-leak 3
                lock-wakeup-lost 14
                notify-permit-dropped 4
                pool-cancelled-client 4
                pool-slot-leaked 3
                queue-item-lost 6
                race-two-winners 3.11
                reply-to-cancelled-ping 4
                semaphore-dead 13
                semaphore-double-release 3.69
                semaphore-overtaking 2.38
                server-wait-closed-early 1.75
                shield-hides-error 2.99
                stale-reply 3
                timeout-leaves-cancel-count 1.51
                timer-after-shutdown 1.50
                wait-for-drops-result 13
                wait-for-hides-error 1.99
                wait-for-returns-early 1.45
                wait-for-swallows-cancel 3.48
                """;
        figures.lines().map(line -> line.split(" "))
                .forEach(words -> RUNS.put(words[0], Double.valueOf(words[1])));
    }

    private NaiveFigures() {}

    /** The average number of runs for a bug. */
    static double of(Bug bug) {
        return RUNS.get(bug.name());
    }
}
