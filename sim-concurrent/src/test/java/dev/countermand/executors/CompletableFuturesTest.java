package dev.countermand.executors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countermand.loop.trace.Violation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SubmissionPublisher;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/** CompletableFuture and Flow on the simulation's threads and in its time. */
class CompletableFuturesTest {
    @Test
    void stagesRunOnTheSimulationAndWaitersWaitInIt() {
        List<String> log = new ArrayList<>();
        String joined = InSimulation.run(sim -> {
            CompletableFuture<Integer> first = sim.supplyAsync(() -> {
                log.add(sim.loop().currentTask().name());
                return 20;
            });
            CompletableFuture<String> text = first
                    .thenCombineAsync(sim.supplyAsync(() -> 22), Integer::sum)
                    .thenApply(sum -> "sum " + sum);
            return text.join();
        });
        assertThat(joined).isEqualTo("sum 42");
        assertThat(log).containsExactly("common-pool-thread-1");
    }

    @Test
    void timeoutsAreOfVirtualTime() {
        InSimulation.run(sim -> {
            CompletableFuture<String> slow = sim.newFuture();
            assertThatThrownBy(() -> slow.orTimeout(2, TimeUnit.HOURS).join())
                    .isInstanceOf(CompletionException.class)
                    .hasCauseInstanceOf(TimeoutException.class);
            assertThat(sim.loop().nanos()).isEqualTo(Duration.ofHours(2).toNanos());
            CompletableFuture<String> other = sim.newFuture();
            assertThat(other.completeOnTimeout("late", 1, TimeUnit.DAYS).get()).isEqualTo("late");
            CompletableFuture<String> third = sim.newFuture();
            assertThatThrownBy(() -> third.get(1, TimeUnit.SECONDS))
                    .isInstanceOf(TimeoutException.class);
            return null;
        });
    }

    @Test
    void aDelayedExecutorWaitsInVirtualTime() {
        long nanos = InSimulation.run(sim -> {
            ExecutorService executor = sim.executor();
            return sim.supplyAsync(() -> sim.loop().nanos(),
                    sim.delayedExecutor(Duration.ofMinutes(5), executor)).join();
        });
        assertThat(nanos).isEqualTo(Duration.ofMinutes(5).toNanos());
    }

    @Test
    void failuresAreWrappedAsTheJdkWrapsThem() {
        InSimulation.run(sim -> {
            CompletableFuture<Object> failed = sim.supplyAsync(() -> {
                throw new IllegalStateException("no");
            });
            assertThatThrownBy(failed::join).isInstanceOf(CompletionException.class)
                    .hasCauseInstanceOf(IllegalStateException.class);
            assertThatThrownBy(failed::get).isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(IllegalStateException.class);
            assertThat(failed.exceptionally(error -> error.getClass().getSimpleName()).join())
                    .isEqualTo("CompletionException");
            return null;
        });
    }

    @Test
    void aPublisherOfFlowDeliversOnTheSimulationsThreads() {
        List<Integer> got = new ArrayList<>();
        InSimulation.run(sim -> {
            ExecutorService executor = sim.executor(2);
            try (SubmissionPublisher<Integer> publisher = new SubmissionPublisher<>(executor, 16)) {
                CompletableFuture<Void> end = publisher.consume(got::add);
                for (int i = 0; i < 5; i++) {
                    publisher.submit(i);
                }
                publisher.close();
                CompletableFuture<Object> ended = sim.newFuture();
                end.whenComplete((value, error) -> ended.complete("ended"));
                return ended.join();
            }
        });
        assertThat(got).containsExactly(0, 1, 2, 3, 4);
    }

    @Test
    void futuresThatAreMadeElsewhereAreFollowed() {
        InSimulation.run(sim -> {
            CompletableFuture<String> fast = sim.completedFuture("fast");
            CompletableFuture<String> slow = sim.newFuture();
            CompletableFuture<?> both = sim.futureOf(CompletableFuture.allOf(fast, slow));
            assertThatThrownBy(() -> both.get(1, TimeUnit.MINUTES))
                    .isInstanceOf(TimeoutException.class);
            assertThat(sim.futureOf(CompletableFuture.anyOf(fast, slow)).get()).isEqualTo("fast");
            assertThatThrownBy(sim.futureOf(sim.failedFuture(new TimeoutException("late")))::get)
                    .hasCauseInstanceOf(TimeoutException.class);
            return null;
        });
    }

    @Test
    void aTimeoutThatIsOverLeavesNoTimer() {
        assertThat(InSimulation.deadlock(sim -> {
            sim.newFuture().orTimeout(1, TimeUnit.DAYS).complete("in time");
            return sim.newFuture().join();
        })).isNotNull().extracting(Violation::nanos).isEqualTo(0L);
    }
}
