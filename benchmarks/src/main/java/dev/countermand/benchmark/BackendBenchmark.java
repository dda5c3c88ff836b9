package dev.countermand.benchmark;

import dev.countermand.loop.Coroutine;
import dev.countermand.loop.Simulation;
import dev.countermand.loop.direct.Backend;
import dev.countermand.loop.run.Runner;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * The programs in direct style, on each kind of thread. Without {@code -p backend=..} only the
 * fastest one is measured; {@code mounted} and {@code virtual} need JDK 21 or later.
 */
@State(Scope.Thread)
@Fork(value = 1, jvmArgsAppend = {"-Xmx2g", "-XX:+UseParallelGC",
        "-XX:+IgnoreUnrecognizedVMOptions", "--add-opens=java.base/java.lang=ALL-UNNAMED"})
public class BackendBenchmark extends ComparedBenchmark {
    /** The name of the backend, or {@code fastest}. */
    @Param("fastest")
    public String backend;

    private @Nullable Object run(Function<DirectPrograms, Coroutine<Object>> program) {
        Simulation simulation = LoopBenchmark.simulation();
        return Runner.run(simulation, program.apply(new DirectPrograms(simulation, chosen())));
    }

    private Backend chosen() {
        for (Backend known : Backend.all()) {
            if (known.name().equals(backend)) {
                return known;
            }
        }
        return Backend.fastest();
    }

    @Benchmark
    @OperationsPerInvocation(Work.SPIN_1_STEPS)
    public @Nullable Object spin1() {
        return run(programs -> programs.spin(1, Work.SPIN_1_TURNS));
    }

    @Benchmark
    @OperationsPerInvocation(Work.SPIN_1000_STEPS)
    public @Nullable Object spin1000() {
        return run(programs -> programs.spin(1000, Work.SPIN_1000_TURNS));
    }

    @Benchmark
    @OperationsPerInvocation(Work.SLEEPS)
    public @Nullable Object sleepOne() {
        return run(programs -> programs.sleepOne(Work.SLEEPS));
    }

    @Benchmark
    @OperationsPerInvocation(Work.CANCELS)
    public @Nullable Object createAndCancel() {
        return run(programs -> programs.createAndCancel(Work.CANCELS));
    }

    @Benchmark
    @OperationsPerInvocation(Work.ROUND_TRIPS)
    public @Nullable Object pingPong() {
        return run(programs -> programs.pingPong(Work.ROUND_TRIPS));
    }
}
