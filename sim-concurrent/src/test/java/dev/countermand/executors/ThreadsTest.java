package dev.countermand.executors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.countermand.loop.direct.Backend;
import dev.countermand.loop.error.BlockingCall;
import dev.countermand.loop.schedule.ChoiceKind;
import dev.countermand.loop.schedule.RandomStream;
import dev.countermand.loop.trace.Violation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Code written for threads: it waits in the JDK, and the simulation decides who goes on. */
class ThreadsTest {
    @BeforeEach
    void threadsThatALoopCanCarry() {
        assumeTrue(Backend.fastest().name().equals("mounted"),
                "threads need JDK 24 and --add-opens=java.base/java.lang=ALL-UNNAMED");
    }

    @Test
    void threadsWaitForEachOtherWithTheJdksOwnMeans() {
        List<String> log = new ArrayList<>();
        InSimulation.run(sim -> {
            ThreadFactory threads = sim.threadFactory();
            CountDownLatch begin = new CountDownLatch(1);
            LinkedBlockingQueue<String> queue = new LinkedBlockingQueue<>();
            Thread consumer = threads.newThread(() -> {
                try {
                    begin.await();
                    log.add("got " + queue.take() + " in " + Thread.currentThread().getName());
                } catch (InterruptedException e) {
                    log.add("interrupted");
                }
            });
            Thread producer = threads.newThread(() -> {
                begin.countDown();
                queue.add("an item");
            });
            consumer.start();
            producer.start();
            consumer.join();
            producer.join();
            return null;
        });
        assertThat(log).containsExactly("got an item in thread-1");
    }

    @Test
    void aLockExcludesAndItsOrderIsOpen() {
        Set<String> orders = new TreeSet<>();
        for (int seed = 0; seed < 200; seed++) {
            RandomStream random = new RandomStream(seed);
            List<String> log = new ArrayList<>();
            InSimulation.run((kind, about, bound) -> random.nextInt(bound), sim -> {
                ReentrantLock lock = new ReentrantLock();
                List<Thread> threads = new ArrayList<>();
                for (String name : List.of("a", "b", "c")) {
                    Thread thread = sim.threadFactory().newThread(() -> {
                        lock.lock();
                        try {
                            log.add(name);
                            Thread.yield();
                            log.add(name);
                        } finally {
                            lock.unlock();
                        }
                    });
                    threads.add(thread);
                    thread.start();
                }
                for (Thread thread : threads) {
                    thread.join();
                }
                return null;
            });
            orders.add(String.join("", log));
        }
        assertThat(orders).containsExactly(
                "aabbcc", "aaccbb", "bbaacc", "bbccaa", "ccaabb", "ccbbaa");
    }

    @Test
    void threadsThatWaitForEachOtherForEverAreADeadlockWithItsLines() {
        assertThat(InSimulation.deadlock(sim -> {
            ReentrantLock a = new ReentrantLock();
            ReentrantLock b = new ReentrantLock();
            CountDownLatch both = new CountDownLatch(2);
            Thread left = sim.threadFactory().newThread(() -> takeBoth(a, b, both));
            Thread right = sim.threadFactory().newThread(() -> takeBoth(b, a, both));
            left.start();
            right.start();
            left.join();
            return null;
        })).isNotNull().satisfies(deadlock -> {
            assertThat(deadlock.waiting()).extracting(Violation.Waiting::on).containsExactly(
                    "java.lang.Thread.join",
                    "java.util.concurrent.locks.ReentrantLock.lock",
                    "java.util.concurrent.locks.ReentrantLock.lock");
            assertThat(deadlock.waiting()).allSatisfy(waiting ->
                    assertThat(waiting.where()).startsWith("ThreadsTest.java:"));
        });
    }

    private static void takeBoth(ReentrantLock first, ReentrantLock second, CountDownLatch both) {
        first.lock();
        both.countDown();
        try {
            both.await();
        } catch (InterruptedException e) {
            return;
        }
        second.lock();
    }

    @Test
    void aPlainCompletableFutureCanBeJoined() {
        assertThat(InSimulation.<Integer>run(sim ->
                CompletableFuture.supplyAsync(() -> 42, sim.executor()).join())).isEqualTo(42);
    }

    @Test
    void anInterruptReachesAThreadInItsWait() {
        List<String> log = new ArrayList<>();
        InSimulation.run(sim -> {
            Thread waiter = sim.threadFactory().newThread(() -> {
                try {
                    new CountDownLatch(1).await();
                } catch (InterruptedException e) {
                    log.add("interrupted, flag " + Thread.currentThread().isInterrupted());
                }
            });
            waiter.start();
            Thread.yield();
            waiter.interrupt();
            waiter.join();
            return null;
        });
        assertThat(log).containsExactly("interrupted, flag false");
    }

    @Test
    void anInterruptEndsASleepOfTheSimulationAtOnce() {
        List<String> log = new ArrayList<>();
        InSimulation.run(sim -> {
            Thread sleeper = sim.threadFactory().newThread(() -> {
                try {
                    sim.sleep(Duration.ofHours(1));
                } catch (InterruptedException e) {
                    log.add("interrupted at " + sim.loop().nanos());
                }
            });
            sleeper.start();
            sim.sleep(Duration.ofNanos(7));
            sleeper.interrupt();
            sleeper.join();
            return null;
        });
        assertThat(log).containsExactly("interrupted at 7");
    }

    @Test
    void aWaitForTheRealClockIsRefusedWithARemedy() {
        assertThatThrownBy(() -> InSimulation.run(sim -> {
            Thread.sleep(10);
            return null;
        })).isInstanceOfSatisfying(BlockingCall.class, verdict -> {
            assertThat(verdict.call()).isEqualTo("java.lang.Thread.sleep");
            assertThat(verdict.remedy())
                    .isEqualTo("use sim.sleep(Duration), which takes virtual time");
        });
    }

    @Test
    void aLimitOfTheRealClockIsRefusedWithARemedy() {
        assertThatThrownBy(() -> InSimulation.run(sim ->
                new CountDownLatch(1).await(1, TimeUnit.DAYS)))
                .isInstanceOfSatisfying(BlockingCall.class, verdict ->
                        assertThat(verdict.remedy()).startsWith(
                                "waits of the JDK with a limit look at the real clock"));
    }

    @Test
    void whichThreadGoesNextIsAChoiceInTheLegalOrderToo() {
        Set<ChoiceKind> kinds = new TreeSet<>();
        InSimulation.run((kind, about, bound) -> {
            kinds.add(kind);
            return 0;
        }, sim -> {
            sim.executor().invokeAll(List.of(() -> 1, () -> 2));
            return null;
        });
        assertThat(kinds).containsExactly(ChoiceKind.THREAD);
    }
}
