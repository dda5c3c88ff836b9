package dev.countermand.benchmark;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The programs in kotlinx-coroutines-test: {@code runTest} on its virtual-time dispatcher. */
@State(Scope.Thread)
public class KotlinxBenchmark extends ComparedBenchmark {
    @Benchmark
    @OperationsPerInvocation(Work.SPIN_1_STEPS)
    public void spin1() {
        KotlinxPrograms.spin(1, Work.SPIN_1_TURNS);
    }

    @Benchmark
    @OperationsPerInvocation(Work.SPIN_1000_STEPS)
    public void spin1000() {
        KotlinxPrograms.spin(1000, Work.SPIN_1000_TURNS);
    }

    @Benchmark
    @OperationsPerInvocation(Work.SPIN_100000_STEPS)
    public void spin100000() {
        KotlinxPrograms.spin(100_000, Work.SPIN_100000_TURNS);
    }

    @Benchmark
    @OperationsPerInvocation(Work.SLEEPERS)
    public void sleepers() {
        KotlinxPrograms.sleepers(Work.SLEEPER_PASSES, Work.SLEEPERS_PER_PASS);
    }

    @Benchmark
    @OperationsPerInvocation(Work.SLEEPS)
    public void sleepOne() {
        KotlinxPrograms.sleepOne(Work.SLEEPS);
    }

    @Benchmark
    @OperationsPerInvocation(Work.CANCELS)
    public void createAndCancel() {
        KotlinxPrograms.createAndCancel(Work.CANCELS);
    }

    @Benchmark
    @OperationsPerInvocation(Work.ROUND_TRIPS)
    public int pingPong() {
        return KotlinxPrograms.pingPong(Work.ROUND_TRIPS);
    }

    @Benchmark
    public void lockBug() {
        KotlinxPrograms.lockBug();
    }
}
