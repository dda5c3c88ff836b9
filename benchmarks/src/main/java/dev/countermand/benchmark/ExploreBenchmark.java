package dev.countermand.benchmark;

import dev.countermand.explore.Program;
import dev.countermand.explore.RunOrigin;
import dev.countermand.explore.RunOutcome;
import dev.countermand.explore.search.Search;
import dev.countermand.explore.search.SearchLimits;
import dev.countermand.explore.search.SearchPlan;
import dev.countermand.explore.search.SearchResult;
import dev.countermand.explore.statistics.DistinctOrders;
import dev.countermand.explore.statistics.SampledRuns;
import dev.countermand.explore.strategy.Strategies;
import dev.countermand.loop.schedule.FifoStrategy;
import dev.countermand.loop.schedule.RandomStrategy;
import dev.countermand.loop.schedule.Scheduler;
import dev.countermand.report.TraceDocument;
import dev.countermand.scenario.run.PreparedScenario;
import dev.countermand.scenario.run.RunOptions;
import dev.countermand.scenario.run.ScenarioResult;
import dev.countermand.scenario.run.ScenarioRun;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What exploring costs beside plain running: runs per second of a small bug, repaired so that no
 * search ends early, on one thread.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ExploreBenchmark {
    private static final int RUNS = 10_000;

    private final PreparedScenario prepared = new PreparedScenario(LockBug.repaired());
    private final Program program = new Program() {
        @Override
        public String name() {
            return "lock-wakeup-lost-fixed";
        }

        @Override
        public RunOutcome run(Scheduler scheduler) {
            ScenarioResult result = ScenarioRun.run(prepared, scheduler, RunOptions.DEFAULT);
            return new RunOutcome(result.violations(), result.steps(), result.choicePoints());
        }

        @Override
        public TraceDocument record(Scheduler scheduler, RunOrigin origin) {
            throw new IllegalStateException("a clean search records nothing");
        }
    };

    private long seed;

    @Benchmark
    @OperationsPerInvocation(RUNS)
    public long plainRuns() {
        Scheduler fifo = new FifoStrategy().scheduler(0);
        long steps = 0;
        for (int i = 0; i < RUNS; i++) {
            steps += ScenarioRun.run(prepared, fifo, RunOptions.DEFAULT).steps();
        }
        return steps;
    }

    @Benchmark
    @OperationsPerInvocation(RUNS)
    public SearchResult randomSearch() {
        return search(SearchPlan.sharded(RandomStrategy::new));
    }

    @Benchmark
    @OperationsPerInvocation(RUNS)
    public SearchResult portfolioSearch() {
        return search(Strategies.portfolio());
    }

    private SearchResult search(SearchPlan plan) {
        return new Search(program, plan, SearchLimits.of(RUNS, seed++),
                lane -> new SampledRuns(new DistinctOrders())).run(runs -> {});
    }
}
