package dev.countermand.benchmark;

import com.sun.management.ThreadMXBean;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;

/**
 * Prints what a step costs with few and with many tasks, in nanoseconds of the loop's own thread
 * and of the collector, beside what the bare memory and the bare timer queues cost. Unlike wall
 * time that says something on a machine which others use too.
 */
public final class StepCost {
    private static final int[] TASKS = {10, 1_000, 100_000, 1_000_000};
    private static final int WARM_UP = 5;
    private static final int MEASURED = 15;
    private static final double STEPS_PER_CALL = 1_000_000;
    private static final ThreadMXBean THREADS =
            (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private StepCost() {}

    /** Measures everything; run it with a heap of 3 GB or more. */
    public static void main(String[] args) {
        System.out.println("ns per step: the median of " + MEASURED + ", and what the collector"
                + " took (wall time, on average)");
        for (int tasks : TASKS) {
            print(tasks, "gives up its turn", loop(tasks, 0));
        }
        for (int tasks : TASKS) {
            print(tasks, "sleeps", loop(tasks, 1));
        }
        for (int tasks : TASKS) {
            FloorBenchmark floor = new FloorBenchmark();
            floor.tasks = tasks;
            floor.begin();
            print(tasks, "objects touched in order", floor::touchInOrder);
            print(tasks, "objects touched at random", floor::touchAtRandom);
            print(tasks, "TimerQueue, fires and is set again", floor::timerQueue);
            print(tasks, "PriorityQueue, likewise", floor::priorityQueue);
        }
    }

    private static Runnable loop(int tasks, int delay) {
        ScalingBenchmark scaling = new ScalingBenchmark();
        scaling.tasks = tasks;
        scaling.delay = delay;
        scaling.begin();
        return scaling::step;
    }

    private static void print(int tasks, String what, Runnable million) {
        for (int i = 0; i < WARM_UP; i++) {
            million.run();
        }
        double[] nanos = new double[MEASURED];
        System.gc();
        long collected = collectorMillis();
        for (int i = 0; i < MEASURED; i++) {
            long before = THREADS.getCurrentThreadCpuTime();
            million.run();
            nanos[i] = (THREADS.getCurrentThreadCpuTime() - before) / STEPS_PER_CALL;
        }
        double collector = (double) (collectorMillis() - collected) / MEASURED;
        Arrays.sort(nanos);
        System.out.printf("%9d  %-36s %7.1f  + %5.1f%n",
                tasks, what, nanos[MEASURED / 2], collector);
    }

    private static long collectorMillis() {
        long millis = 0;
        for (GarbageCollectorMXBean bean : ManagementFactory.getGarbageCollectorMXBeans()) {
            millis += bean.getCollectionTime();
        }
        return millis;
    }
}
