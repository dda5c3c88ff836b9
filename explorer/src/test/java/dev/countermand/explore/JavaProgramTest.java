package dev.countermand.explore;

import static dev.countermand.asyncio.Asyncio.await;
import static dev.countermand.asyncio.Asyncio.createTask;
import static dev.countermand.asyncio.Asyncio.gatherWithErrors;
import static dev.countermand.asyncio.Asyncio.getRunningLoop;
import static dev.countermand.asyncio.Asyncio.sleep;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countermand.asyncio.Asyncio;
import dev.countermand.explore.explain.Explainer;
import dev.countermand.explore.search.Search;
import dev.countermand.explore.search.SearchLimits;
import dev.countermand.explore.search.SearchResult;
import dev.countermand.explore.shrink.ShrinkLimits;
import dev.countermand.explore.shrink.Shrinker;
import dev.countermand.explore.shrink.Shrunk;
import dev.countermand.explore.strategy.Strategies;
import dev.countermand.loop.Future;
import dev.countermand.loop.Task;
import dev.countermand.loop.trace.Violation;
import dev.countermand.report.TraceDocument;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Ordinary Java in direct style, searched, shrunk and explained like a scenario. */
class JavaProgramTest {
    /** A pool of one connection that gives it to a waiter by completing the waiter's future. */
    private static final class Pool {
        private final boolean givesBack;
        private final Deque<Future<String>> waiters = new ArrayDeque<>();
        private boolean taken;

        Pool(boolean givesBack) {
            this.givesBack = givesBack;
        }

        String take() {
            if (!taken) {
                taken = true;
                return "connection";
            }
            Future<String> turn = Asyncio.createFuture();
            waiters.add(turn);
            try {
                return await(turn);
            } finally {
                // A waiter that was served and then cancelled has a connection that nobody uses.
                boolean lost = turn.isDone() && !turn.isCancelled()
                        && Asyncio.currentTask().cancelling() > 0;
                if (lost && givesBack) {
                    release();
                }
            }
        }

        void release() {
            while (!waiters.isEmpty()) {
                Future<String> next = waiters.poll();
                if (!next.isDone()) {
                    next.setResult("connection");
                    return;
                }
            }
            taken = false;
        }
    }

    private static JavaProgram clients(boolean givesBack) {
        return JavaProgram.of("pool", world -> Asyncio.run(world, () -> {
            Pool pool = new Pool(givesBack);
            Task<Object> first = createTask("first", () -> use(pool));
            Task<Object> second = createTask("second", () -> use(pool));
            getRunningLoop().mayCancel(second, 1, null);
            await(gatherWithErrors(List.of(first, second)));
            if (pool.taken) {
                throw new AssertionError("the connection was lost");
            }
        }));
    }

    private static void use(Pool pool) {
        pool.take();
        try {
            sleep(Duration.ofSeconds(1));
        } finally {
            pool.release();
        }
    }

    private static SearchResult search(Program program, long runs) {
        return new Search(program, Strategies.portfolio(), SearchLimits.of(runs, 1))
                .run(made -> {});
    }

    @Test
    void aLostConnectionIsFoundShrunkToTheOneCancelAndExplained() {
        Program program = clients(false);
        SearchResult.FoundRun found = search(program, 200).found();
        assertThat(found).isNotNull();
        Shrunk shrunk = new Shrinker(program, ShrinkLimits.DEFAULT)
                .shrink(found.schedule(), found.outcome());
        assertThat(shrunk.schedule().departures()).hasSize(1);
        assertThat(shrunk.outcome().violations()).extracting(Violation::message)
                .containsExactly("the connection was lost");
        assertThat(new Explainer(program).explain(shrunk.schedule(), found.origin())).isNotNull();

        TraceDocument trace = program.record(shrunk.schedule().scheduler(), found.origin());
        assertThat(trace.choices()).filteredOn(choice -> choice.departs())
                .singleElement().satisfies(choice ->
                        assertThat(choice.pick()).startsWith("second at JavaProgramTest.java:"));
        assertThat(trace.origin().python()).isEqualTo("3.14");
    }

    @Test
    void theRepairedPoolStandsEverySchedule() {
        SearchResult result = search(clients(true), 300);
        assertThat(result.ending()).isEqualTo(SearchResult.Ending.LIMIT);
    }

    @Test
    void aDeadlockNamesTheLineWhereATaskWaits() {
        Program program = JavaProgram.of("stuck", world -> Asyncio.run(world, () -> {
            await(Asyncio.createFuture());
        }));
        RunOutcome outcome = program.run(Schedule.FIFO.scheduler());
        assertThat(outcome.failureKey().kind()).isEqualTo(Violation.Kind.DEADLOCK);
        assertThat(outcome.violations().get(0).waiting().get(0).where())
                .startsWith("JavaProgramTest.java:");
    }

    @Test
    void anErrorThatLeavesTheBodyIsAViolationInOneLine() {
        Program program = JavaProgram.of("broken", world -> {
            throw new IllegalStateException("first\nsecond");
        });
        assertThat(program.run(Schedule.FIFO.scheduler()).violations())
                .extracting(Violation::message)
                .containsExactly("IllegalStateException: first second");
    }
}
