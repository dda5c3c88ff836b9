package dev.countermand.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countermand.concurrent.Sim;
import dev.countermand.junit.Interleave;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Tests of code that knows executors and clocks, and nothing of this library. */
public class OrdinarySample {
    /** Checks and then acts, with a wait between the two. */
    static final class Account {
        private final Sim sim;
        private int balance = 100;

        Account(Sim sim) {
            this.sim = sim;
        }

        boolean withdraw(int amount) throws InterruptedException {
            if (balance < amount) {
                return false;
            }
            sim.sleep(Duration.ofMillis(5));
            balance -= amount;
            return true;
        }
    }

    @Interleave
    void twoWithdrawalsNeverOverdraw(Sim sim) throws Exception {
        Account account = new Account(sim);
        ExecutorService executor = sim.executor(2);
        Future<Boolean> first = executor.submit(() -> account.withdraw(80));
        Future<Boolean> second = executor.submit(() -> account.withdraw(80));
        assertThat(first.get() && second.get()).as("both withdrew").isFalse();
    }

    @Interleave
    void theLastWriterWins(Sim sim) throws Exception {
        List<String> log = new ArrayList<>();
        ExecutorService executor = sim.executor();
        Future<?> a = executor.submit(() -> log.add("a"));
        Future<?> b = executor.submit(() -> log.add("b"));
        a.get();
        b.get();
        assertThat(log).containsExactly("a", "b");
    }

    @Interleave(schedules = 50)
    void anHourPassesAtOnce(Sim sim, Clock clock) throws Exception {
        ScheduledExecutorService timer = sim.scheduledExecutor();
        Future<Instant> later = timer.schedule(clock::instant, 1, TimeUnit.HOURS);
        assertThat(later.get()).isEqualTo(Instant.parse("2000-01-01T01:00:00Z"));
        timer.shutdown();
        assertThat(timer.awaitTermination(1, TimeUnit.SECONDS)).isTrue();
    }
}
