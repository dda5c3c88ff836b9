package dev.countermand.benchmark;

import dev.countermand.loop.schedule.FifoStrategy;
import dev.countermand.loop.schedule.RandomStrategy;
import dev.countermand.loop.schedule.Strategy;
import dev.countermand.scenario.run.PreparedScenario;
import dev.countermand.scenario.run.RunOptions;
import dev.countermand.scenario.run.ScenarioResult;
import dev.countermand.scenario.run.ScenarioRun;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The programs as scenarios: each is compiled once and run from its first step to its verdict. */
@State(Scope.Thread)
public class InterpreterBenchmark extends ComparedBenchmark {
    private static final RunOptions OPTIONS = RunOptions.DEFAULT.withStepLimit(Long.MAX_VALUE);

    private final PreparedScenario spin1 =
            new PreparedScenario(ScenarioPrograms.spin(1, Work.SPIN_1_TURNS));
    private final PreparedScenario spin1000 =
            new PreparedScenario(ScenarioPrograms.spin(1000, Work.SPIN_1000_TURNS));
    private final PreparedScenario spin100000 =
            new PreparedScenario(ScenarioPrograms.spin(100_000, Work.SPIN_100000_TURNS));
    private final PreparedScenario sleepers = new PreparedScenario(
            ScenarioPrograms.sleepers(Work.SLEEPER_PASSES, Work.SLEEPERS_PER_PASS));
    private final PreparedScenario sleepOne =
            new PreparedScenario(ScenarioPrograms.sleepOne(Work.SLEEPS));
    private final PreparedScenario createAndCancel =
            new PreparedScenario(ScenarioPrograms.createAndCancel(Work.CANCELS));
    private final PreparedScenario pingPong =
            new PreparedScenario(ScenarioPrograms.pingPong(Work.ROUND_TRIPS));
    private final PreparedScenario lockBug = new PreparedScenario(LockBug.scenario());

    private final Strategy fifo = new FifoStrategy();
    private final Strategy random = new RandomStrategy();
    private long seed;

    private ScenarioResult run(PreparedScenario prepared) {
        ScenarioResult result = ScenarioRun.run(prepared, fifo.scheduler(0), OPTIONS);
        if (!result.isClean()) {
            throw new IllegalStateException("the program fails: " + result.violations());
        }
        return result;
    }

    @Benchmark
    @OperationsPerInvocation(Work.SPIN_1_STEPS)
    public ScenarioResult spin1() {
        return run(spin1);
    }

    @Benchmark
    @OperationsPerInvocation(Work.SPIN_1000_STEPS)
    public ScenarioResult spin1000() {
        return run(spin1000);
    }

    @Benchmark
    @OperationsPerInvocation(Work.SPIN_100000_STEPS)
    public ScenarioResult spin100000() {
        return run(spin100000);
    }

    @Benchmark
    @OperationsPerInvocation(Work.SLEEPERS)
    public ScenarioResult sleepers() {
        return run(sleepers);
    }

    @Benchmark
    @OperationsPerInvocation(Work.SLEEPS)
    public ScenarioResult sleepOne() {
        return run(sleepOne);
    }

    @Benchmark
    @OperationsPerInvocation(Work.CANCELS)
    public ScenarioResult createAndCancel() {
        return run(createAndCancel);
    }

    @Benchmark
    @OperationsPerInvocation(Work.ROUND_TRIPS)
    public ScenarioResult pingPong() {
        return run(pingPong);
    }

    @Benchmark
    public ScenarioResult lockBug() {
        return run(lockBug);
    }

    /** The lock bug as the explorer runs it: another seed, and so other choices, in each run. */
    @Benchmark
    public ScenarioResult lockBugExplored() {
        return ScenarioRun.run(lockBug, random.scheduler(seed++), RunOptions.DEFAULT);
    }
}
