package dev.countermand.benchmark;

import static dev.countermand.asyncio.Asyncio.await;
import static dev.countermand.asyncio.Asyncio.createTask;
import static dev.countermand.asyncio.Asyncio.gatherWithErrors;
import static dev.countermand.asyncio.Asyncio.getRunningLoop;
import static dev.countermand.asyncio.Asyncio.sleep;

import dev.countermand.asyncio.Asyncio;
import dev.countermand.explore.JavaProgram;
import dev.countermand.explore.RunOutcome;
import dev.countermand.loop.SimLoop;
import dev.countermand.loop.Task;
import dev.countermand.loop.schedule.ChoiceKind;
import dev.countermand.loop.schedule.RandomStrategy;
import dev.countermand.loop.schedule.Strategy;
import dev.countermand.loop.sync.Lock;
import dev.countermand.scenario.run.PreparedScenario;
import dev.countermand.scenario.run.RunOptions;
import dev.countermand.scenario.run.ScenarioResult;
import dev.countermand.scenario.run.ScenarioRun;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What one schedule costs: the same small program as a scenario, and in direct style. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 1,
        jvmArgsAppend = {
            "--add-opens=java.base/java.lang=ALL-UNNAMED", "-XX:+UseParallelGC",
            "-XX:+IgnoreUnrecognizedVMOptions"
        })
public class ScheduleBenchmark {
    private final PreparedScenario prepared = new PreparedScenario(LockBug.repaired());
    private final JavaProgram program = JavaProgram.of("lock",
            world -> Asyncio.run(world, ScheduleBenchmark::main));
    private final Strategy strategy = new RandomStrategy();
    private long seed;

    @Benchmark
    public ScenarioResult interpreted() {
        return ScenarioRun.run(prepared, strategy.scheduler(seed++), RunOptions.DEFAULT);
    }

    @Benchmark
    public RunOutcome direct() {
        return program.run(strategy.scheduler(seed++));
    }

    /** The scenario lock-wakeup-lost-fixed, line by line. */
    private static void main() {
        Lock lock = new Lock();
        Task<Object> holder = createTask("holder", () -> user(lock));
        sleep(Duration.ZERO);
        Task<Object> first = createTask("first", () -> user(lock));
        Task<Object> second = createTask("second", () -> user(lock));
        getRunningLoop().mayCancel(first, 1, null);
        await(gatherWithErrors(List.of(holder, first, second)));
    }

    private static void user(Lock lock) {
        await(lock.acquire());
        try {
            sleep(Duration.ofSeconds(SimLoop.running().simulation().choices().choose(
                    ChoiceKind.CHOOSE, "delay", List.of(0, 1, 2))));
        } finally {
            lock.release();
        }
    }
}
