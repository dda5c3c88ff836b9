package dev.countermand.benchmark;

import dev.countermand.loop.SimLoop;
import dev.countermand.loop.Simulation;
import dev.countermand.loop.schedule.Choices;
import dev.countermand.loop.schedule.FifoStrategy;
import dev.countermand.loop.schedule.OrderMode;
import dev.countermand.scenario.interpret.Compiler;
import dev.countermand.scenario.interpret.Events;
import dev.countermand.scenario.interpret.Frame;
import dev.countermand.scenario.interpret.World;
import dev.countermand.scenario.model.Scenario;
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
 * What one step of the interpreter costs, in nanoseconds, with few and with many tasks. The tasks
 * go on for ever on one loop, so that making them is not measured; the long warm-up is for the
 * collector, which has to find room for a million tasks first.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(value = 1, jvmArgsAppend = {"-Xmx3g", "-XX:+UseParallelGC"})
@Warmup(iterations = 8, time = 1)
@Measurement(iterations = 5, time = 1)
public class ScalingBenchmark {
    private static final int STEPS = 1_000_000;

    /** How many tasks there are. */
    @Param({"10", "1000", "100000", "1000000"})
    public int tasks;

    /** What each of them does in a loop: 0 only gives up the turn, 1 waits for a timer. */
    @Param({"0", "1"})
    public int delay;

    private @Nullable SimLoop loop;
    private long limit;

    /** Makes the loop and its tasks. */
    @Setup
    public void begin() {
        Scenario scenario = ScenarioPrograms.read("endless", """
                {
                  "format": "countermand-scenario/1",
                  "name": "a task that never ends",
                  "coroutines": {
                    "sleeper": {"params": ["delay"], "body": [
                      {"op": "while", "that": true, "body": [
                        {"op": "sleep", "delay": {"var": "delay"}}
                      ]}
                    ]}
                  },
                  "host": []
                }
                """);
        Simulation simulation = new Simulation(
                new Choices(new FifoStrategy().scheduler(0), OrderMode.LEGAL),
                Simulation.Settings.DEFAULT.withStepLimit(Long.MAX_VALUE));
        World world = new World(
                Compiler.compile(scenario.program()), simulation, new NoEvents());
        simulation.afterEachStep(() -> {
            if (simulation.steps() == limit) {
                loop.stop();
            }
        });
        loop = simulation.newLoop();
        for (int i = 0; i < tasks; i++) {
            // Different periods, so that timers come due one by one.
            double seconds = delay == 0 ? 0 : 1 + (double) i / tasks;
            loop.createTask(world.invoke("sleeper", seconds));
        }
    }

    /** Lets the tasks run until they have made a number of steps between them. */
    @Benchmark
    @OperationsPerInvocation(STEPS)
    public long step() {
        limit += STEPS;
        loop.runForever();
        return loop.nanos();
    }

    private static final class NoEvents implements Events {
        @Override
        public void started(Frame frame) {}

        @Override
        public void returned(Frame frame, @Nullable Object value) {}

        @Override
        public void raised(Frame frame, Throwable error) {}

        @Override
        public void logged(
                @Nullable String label, String text, @Nullable Object value, boolean given) {}

        @Override
        public void violated(@Nullable String label, String message) {}
    }
}
