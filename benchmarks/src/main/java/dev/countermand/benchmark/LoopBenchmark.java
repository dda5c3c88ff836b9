package dev.countermand.benchmark;

import dev.countermand.loop.Coroutine;
import dev.countermand.loop.SimLoop;
import dev.countermand.loop.Simulation;
import dev.countermand.loop.combine.Sleep;
import dev.countermand.loop.run.Runner;
import dev.countermand.loop.schedule.Choices;
import dev.countermand.loop.schedule.FifoStrategy;
import dev.countermand.loop.schedule.OrderMode;
import dev.countermand.loop.sync.Queue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The programs as state machines on the loop. */
@State(Scope.Thread)
public class LoopBenchmark extends ComparedBenchmark {
    static Simulation simulation() {
        return new Simulation(
                new Choices(new FifoStrategy().scheduler(0), OrderMode.LEGAL),
                Simulation.Settings.DEFAULT.withStepLimit(Long.MAX_VALUE));
    }

    private static @Nullable Object run(Coroutine<Object> main) {
        return Runner.run(simulation(), main);
    }

    private static @Nullable Object spin(int tasks, int turns) {
        return run(new LoopPrograms.Parent(tasks, () -> new LoopPrograms.Spinner(turns)));
    }

    @Benchmark
    @OperationsPerInvocation(Work.SPIN_1_STEPS)
    public @Nullable Object spin1() {
        return spin(1, Work.SPIN_1_TURNS);
    }

    @Benchmark
    @OperationsPerInvocation(Work.SPIN_1000_STEPS)
    public @Nullable Object spin1000() {
        return spin(1000, Work.SPIN_1000_TURNS);
    }

    @Benchmark
    @OperationsPerInvocation(Work.SPIN_100000_STEPS)
    public @Nullable Object spin100000() {
        return spin(100_000, Work.SPIN_100000_TURNS);
    }

    private static Iterator<Long> sleeperDelays() {
        return IntStream.range(0, Work.SLEEPERS)
                .mapToObj(number -> Work.TICK_NANOS * Work.sleeperTicks(
                        number / Work.SLEEPERS_PER_PASS, number % Work.SLEEPERS_PER_PASS))
                .iterator();
    }

    @Benchmark
    @OperationsPerInvocation(Work.SLEEPERS)
    public @Nullable Object sleepers() {
        Iterator<Long> delays = sleeperDelays();
        return run(new LoopPrograms.Parent(
                Work.SLEEPERS, () -> new Sleep<>(delays.next(), null)));
    }

    /** Bare timers, without a task for each: what the timer queue itself costs. */
    @Benchmark
    @OperationsPerInvocation(Work.SLEEPERS)
    public List<Long> callLater() {
        List<Long> fired = new ArrayList<>();
        SimLoop loop = simulation().newLoop();
        Iterator<Long> delays = sleeperDelays();
        while (delays.hasNext()) {
            long delay = delays.next();
            loop.callLater(delay, () -> fired.add(delay));
        }
        loop.callLater(Duration.ofDays(1), loop::stop);
        loop.runForever();
        loop.close();
        return fired;
    }

    @Benchmark
    @OperationsPerInvocation(Work.SLEEPS)
    public @Nullable Object sleepOne() {
        return run(new LoopPrograms.SleepOne(Work.SLEEPS));
    }

    @Benchmark
    @OperationsPerInvocation(Work.CANCELS)
    public @Nullable Object createAndCancel() {
        return run(new LoopPrograms.CreateAndCancel(Work.CANCELS));
    }

    @Benchmark
    @OperationsPerInvocation(Work.ROUND_TRIPS)
    public @Nullable Object pingPong() {
        Queue<Object> there = new Queue<>();
        Queue<Object> back = new Queue<>();
        Iterator<Coroutine<Object>> players = List.<Coroutine<Object>>of(
                new LoopPrograms.Player(there, back, Work.ROUND_TRIPS, true),
                new LoopPrograms.Player(back, there, Work.ROUND_TRIPS, false)).iterator();
        return run(new LoopPrograms.Parent(2, players::next));
    }
}
