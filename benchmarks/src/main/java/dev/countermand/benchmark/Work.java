package dev.countermand.benchmark;

/**
 * How much work one call of each benchmark is, in what the benchmark counts per second.
 *
 * <p>The programs are the same in all languages: <ul>
 * <li>{@code spin}: tasks that do nothing but {@code sleep(0)}; a step resumes one task once;
 * <li>{@code sleepers}: tasks that each sleep once, all for different times;
 * <li>{@code sleepOne}: one task that sleeps again and again, so that one timer is outstanding;
 * <li>{@code createAndCancel}: a task is made, begins to sleep, is cancelled, is awaited;
 * <li>{@code pingPong}: two tasks and two queues; one round trip is two items handed over;
 * <li>{@code lockBug}: whole runs of a small program: three tasks and a lock that is made of futures.
 * </ul>
 */
final class Work {
    static final int SPIN_1_TURNS = 200_000;
    static final int SPIN_1000_TURNS = 200;
    static final int SPIN_100000_TURNS = 20;

    static final int SPIN_1_STEPS = SPIN_1_TURNS;
    static final int SPIN_1000_STEPS = 1000 * SPIN_1000_TURNS;
    static final int SPIN_100000_STEPS = 100_000 * SPIN_100000_TURNS;

    /** Sleepers are made in passes; each pass goes once through the whole range of times. */
    static final int SLEEPER_PASSES = 100;

    static final int SLEEPERS_PER_PASS = 1000;
    static final int SLEEPERS = SLEEPER_PASSES * SLEEPERS_PER_PASS;
    static final int SLEEPS = 100_000;
    static final int CANCELS = 20_000;
    static final int ROUND_TRIPS = 50_000;

    /** The unit of delays, in nanoseconds: 1/512 s, which is exact in doubles too. */
    static final long TICK_NANOS = 1_000_000_000L / 512;

    private Work() {}

    /** The delay of a sleeper in ticks: all are different, and each pass is in ascending order. */
    static long sleeperTicks(int pass, int index) {
        return (long) index * SLEEPER_PASSES + pass + 1;
    }
}
