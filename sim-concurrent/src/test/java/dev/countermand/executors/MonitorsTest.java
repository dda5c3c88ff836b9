package dev.countermand.executors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.countermand.concurrent.Sim;
import dev.countermand.loop.direct.Backend;
import dev.countermand.loop.error.BlockingCall;
import dev.countermand.loop.schedule.RandomStream;
import dev.countermand.loop.trace.Violation;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Code that synchronizes with the keyword of the language, and with wait and notify. */
class MonitorsTest {
    @BeforeEach
    void threadsThatALoopCanCarry() {
        assumeTrue(Backend.fastest().name().equals("mounted"),
                "threads need JDK 24 and --add-opens=java.base/java.lang=ALL-UNNAMED");
    }

    /** A queue as textbooks have it. */
    private static final class BoundedQueue {
        private final Deque<Integer> items = new ArrayDeque<>();

        synchronized void put(int item) throws InterruptedException {
            while (items.size() == 1) {
                wait();
            }
            items.add(item);
            notifyAll();
        }

        synchronized int take() throws InterruptedException {
            while (items.isEmpty()) {
                wait();
            }
            int item = items.remove();
            notifyAll();
            return item;
        }
    }

    @Test
    void aSynchronizedBlockExcludesAlsoAcrossAWaitOfTheSimulation() {
        Set<String> orders = new TreeSet<>();
        for (int seed = 0; seed < 200; seed++) {
            orders.add(ordersOfThree(seed));
        }
        assertThat(orders).containsExactly(
                "aabbcc", "aaccbb", "bbaacc", "bbccaa", "ccaabb", "ccbbaa");
    }

    @Test
    void theSameScheduleGivesTheSameOrderOfMonitors() {
        for (int seed = 0; seed < 100; seed++) {
            assertThat(ordersOfThree(seed)).isEqualTo(ordersOfThree(seed));
        }
    }

    private static String ordersOfThree(int seed) {
        RandomStream random = new RandomStream(seed);
        List<String> log = new ArrayList<>();
        InSimulation.run((kind, about, bound) -> random.nextInt(bound), sim -> {
            Object monitor = new Object();
            ExecutorService executor = sim.executor();
            for (String name : List.of("a", "b", "c")) {
                executor.execute(() -> twice(sim, monitor, name, log));
            }
            executor.shutdown();
            return executor.awaitTermination(1, TimeUnit.DAYS);
        });
        return String.join("", log);
    }

    private static void twice(Sim sim, Object monitor, String name, List<String> log) {
        synchronized (monitor) {
            log.add(name);
            try {
                sim.sleep(Duration.ofSeconds(1));
            } catch (InterruptedException e) {
                log.add("interrupted");
            }
            log.add(name);
        }
    }

    @Test
    void waitAndNotifyHandOverFromThreadToThread() {
        List<Integer> got = new ArrayList<>();
        InSimulation.run(sim -> {
            BoundedQueue queue = new BoundedQueue();
            ExecutorService executor = sim.executor();
            Future<?> consumer = executor.submit(() -> {
                for (int i = 0; i < 5; i++) {
                    got.add(queue.take());
                }
                return null;
            });
            for (int i = 0; i < 5; i++) {
                queue.put(i);
            }
            return consumer.get();
        });
        assertThat(got).containsExactly(0, 1, 2, 3, 4);
    }

    @Test
    void anInterruptEndsAWaitForANotify() {
        List<String> log = new ArrayList<>();
        InSimulation.run(sim -> {
            Object monitor = new Object();
            Future<?> waiter = sim.executor().submit(() -> {
                synchronized (monitor) {
                    try {
                        monitor.wait();
                    } catch (InterruptedException e) {
                        log.add("interrupted");
                    }
                }
            });
            sim.sleep(Duration.ofSeconds(1));
            waiter.cancel(true);
            sim.sleep(Duration.ofSeconds(1));
            return null;
        });
        assertThat(log).containsExactly("interrupted");
    }

    @Test
    void threadsThatHoldEachOthersMonitorsAreADeadlockWithItsLines() {
        assertThat(InSimulation.deadlock(sim -> {
            Object a = new Object();
            Object b = new Object();
            ExecutorService executor = sim.executor();
            executor.submit(() -> takeBoth(sim, a, b));
            return executor.submit(() -> takeBoth(sim, b, a)).get();
        })).isNotNull().satisfies(deadlock -> {
            assertThat(deadlock.waiting()).extracting(Violation.Waiting::on)
                    .contains("synchronized", "synchronized");
            assertThat(deadlock.waiting()).allSatisfy(waiting ->
                    assertThat(waiting.where()).startsWith("MonitorsTest.java:"));
        });
    }

    private static void takeBoth(Sim sim, Object first, Object second) {
        synchronized (first) {
            try {
                sim.sleep(Duration.ofSeconds(1));
            } catch (InterruptedException e) {
                return;
            }
            synchronized (second) {
                throw new AssertionError("got both");
            }
        }
    }

    @Test
    void aWaitWithALimitIsRefused() {
        assertThatThrownBy(() -> InSimulation.run(sim -> {
            Object monitor = new Object();
            synchronized (monitor) {
                monitor.wait(10);
            }
            return null;
        })).isInstanceOfSatisfying(BlockingCall.class, verdict -> {
            assertThat(verdict.call()).isEqualTo("java.lang.Object.wait");
            assertThat(verdict.remedy()).contains("virtual time");
        });
    }

    @Test
    void aPoolOfTheJdkRunsOnThreadsOfTheFactory() {
        assertThat(InSimulation.<Integer>run(sim -> {
            ExecutorService pool = Executors.newFixedThreadPool(2, sim.threadFactory());
            Future<Integer> job = pool.submit(() -> 42);
            pool.shutdown();
            return job.get();
        })).isEqualTo(42);
    }
}
