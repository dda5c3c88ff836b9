package dev.countermand.benchmark;

import dev.countermand.clock.Timer;
import dev.countermand.clock.TimerQueue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What the machine asks for touching many objects, with no event loop at all: what {@link
 * ScalingBenchmark} is to be read beside.
 *
 * <p>A parked task of the interpreter is some 300 bytes in half a dozen objects; here it is as many
 * bytes in four. A timer's turn is taken from a queue and put back at a time of its own.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(value = 1, jvmArgsAppend = {"-Xmx3g", "-XX:+UseParallelGC"})
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 10, timeUnit = TimeUnit.MILLISECONDS, time = 500)
public class FloorBenchmark {
    private static final int STEPS = 1_000_000;
    private static final long SECOND = 1_000_000_000;

    /** How many objects or timers there are. */
    @Param({"10", "1000", "100000", "1000000"})
    public int tasks;

    private final List<Parked> inOrder = new ArrayList<>();
    private final List<Parked> shuffled = new ArrayList<>();
    private final TimerQueue<Turn> timers = new TimerQueue<>();
    private final PriorityQueue<Turn> peers =
            new PriorityQueue<>(Comparator.comparingLong(Turn::deadlineNanos));
    private int next;

    /** Makes the objects. */
    @Setup
    public void begin() {
        for (int i = 0; i < tasks; i++) {
            inOrder.add(new Parked(new Parked(new Parked(new Parked(null)))));
            long period = SECOND + SECOND * i / tasks;
            timers.add(new Turn(period));
            peers.add(new Turn(period));
        }
        shuffled.addAll(inOrder);
        Collections.shuffle(shuffled, new Random(1));
    }

    /** Changes every object of every task, in the order in which they were made. */
    @Benchmark
    @OperationsPerInvocation(STEPS)
    public void touchInOrder() {
        touch(inOrder);
    }

    /** Changes every object of every task, in an order that no processor can foresee. */
    @Benchmark
    @OperationsPerInvocation(STEPS)
    public void touchAtRandom() {
        touch(shuffled);
    }

    private void touch(List<Parked> all) {
        for (int i = 0; i < STEPS; i++) {
            for (Parked at = all.get(next); at != null; at = at.inner) {
                at.count++;
            }
            next = next + 1 == tasks ? 0 : next + 1;
        }
    }

    /** A timer fires and is set again, in the queue of the loop. */
    @Benchmark
    @OperationsPerInvocation(STEPS)
    public void timerQueue() {
        for (int i = 0; i < STEPS; i++) {
            Turn turn = timers.pollDue(Long.MAX_VALUE);
            timers.add(turn.again());
        }
    }

    /** A timer fires and is set again, in the queue of the JDK. */
    @Benchmark
    @OperationsPerInvocation(STEPS)
    public void priorityQueue() {
        for (int i = 0; i < STEPS; i++) {
            Turn turn = peers.poll();
            peers.add(turn.again());
        }
    }

    /** An object of 72 bytes. */
    private static final class Parked {
        private final @Nullable Parked inner;
        private long count;
        private long unused1;
        private long unused2;
        private long unused3;
        private long unused4;
        private long unused5;
        private long unused6;

        Parked(@Nullable Parked inner) {
            this.inner = inner;
        }
    }

    /** The same object goes round, so that the collector has nothing to do. */
    private static final class Turn implements Timer {
        private final long period;
        private long deadlineNanos;

        Turn(long period) {
            this.period = period;
            this.deadlineNanos = period;
        }

        Turn again() {
            deadlineNanos += period;
            return this;
        }

        @Override
        public long deadlineNanos() {
            return deadlineNanos;
        }

        @Override
        public boolean isCancelled() {
            return false;
        }
    }
}
