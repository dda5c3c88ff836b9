package dev.countermand.real;

import static dev.countermand.asyncio.Asyncio.await;
import static dev.countermand.asyncio.Asyncio.createFuture;
import static dev.countermand.asyncio.Asyncio.gather;
import static dev.countermand.asyncio.Asyncio.createTask;
import static dev.countermand.asyncio.Asyncio.getRunningLoop;
import static dev.countermand.asyncio.Asyncio.run;
import static dev.countermand.asyncio.Asyncio.sleep;
import static dev.countermand.asyncio.Asyncio.time;
import static dev.countermand.asyncio.Scopes.timeout;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countermand.loop.SimLoop;
import dev.countermand.loop.Task;
import dev.countermand.loop.direct.Backend;
import dev.countermand.loop.error.RuntimeError;
import dev.countermand.loop.error.TimeoutError;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Time passes by itself, and nothing happens before its time. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RealTimeTest {
    private static final String BACKENDS = "dev.countermand.real.Worlds#backends";

    @ParameterizedTest
    @MethodSource(BACKENDS)
    void aSleepTakesItsTimeAndNeverLess(Backend backend) {
        SplittableRandom random = new SplittableRandom(20261122);
        List<String> tooShort = new ArrayList<>();
        long[] slept = new long[1];
        long before = System.nanoTime();
        run(Worlds.on(backend), () -> {
            List<Task<Object>> sleepers = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                sleepers.add(createTask("sleeper", () -> {
                    for (int times = 0; times < 20; times++) {
                        long nanos = random.nextLong(1, 10_000_000);
                        long begin = System.nanoTime();
                        sleep(Duration.ofNanos(nanos));
                        long took = System.nanoTime() - begin;
                        slept[0] += nanos;
                        if (took < nanos) {
                            tooShort.add(took + " instead of " + nanos);
                        }
                    }
                }));
            }
            await(gather(sleepers));
        });
        assertThat(tooShort).isEmpty();
        assertThat(System.nanoTime() - before)
                .as("they sleep side by side").isLessThan(slept[0]);
    }

    @ParameterizedTest
    @MethodSource(BACKENDS)
    void tenThousandTimersAllFireInOrderAndNoneEarly(Backend backend) {
        SplittableRandom random = new SplittableRandom(20261122);
        List<Long> fired = new ArrayList<>();
        List<Long> early = new ArrayList<>();
        run(Worlds.on(backend), () -> {
            SimLoop loop = getRunningLoop();
            for (int i = 0; i < 10_000; i++) {
                long when = loop.nanos() + random.nextLong(300_000_000);
                loop.callAt(when, () -> {
                    fired.add(when);
                    if (loop.nanos() < when) {
                        early.add(when);
                    }
                });
            }
            sleep(Duration.ofMillis(600));
        });
        assertThat(fired).hasSize(10_000);
        assertThat(early).isEmpty();
        // What is due at once comes in the order of the heap, which is that of the deadlines.
        assertThat(fired).isSorted();
    }

    @ParameterizedTest
    @MethodSource(BACKENDS)
    void aTimeoutEndsWhatWouldTakeHours(Backend backend) {
        run(Worlds.on(backend), () -> {
            Duration begin = time();
            assertThatThrownBy(() -> timeout(Duration.ofMillis(30), () ->
                    sleep(Duration.ofHours(1)))).isInstanceOf(TimeoutError.class);
            assertThat(time().minus(begin)).isBetween(
                    Duration.ofMillis(30), Duration.ofSeconds(20));
        });
    }

    @ParameterizedTest
    @MethodSource(BACKENDS)
    void aLoopWithNothingToDoWaitsForOtherThreadsInsteadOfADeadlock(Backend backend) {
        Object value = run(Worlds.on(backend), () -> {
            SimLoop loop = getRunningLoop();
            dev.countermand.loop.Future<Object> future = createFuture();
            CompletableFuture.delayedExecutor(50, TimeUnit.MILLISECONDS).execute(() ->
                    loop.callSoonThreadsafe(() -> future.setResult("at last")));
            return await(future);
        });
        assertThat(value).isEqualTo("at last");
    }

    @ParameterizedTest
    @MethodSource(BACKENDS)
    void aCoroutineThatBlocksItsThreadJustBlocksTheLoop(Backend backend) {
        List<String> log = new ArrayList<>();
        run(Worlds.on(backend), () -> {
            createTask("other", () -> {
                sleep(Duration.ofMillis(1));
                log.add("other");
            });
            sleep(Duration.ZERO);
            Thread.sleep(50);
            CompletableFuture<String> late = new CompletableFuture<>();
            late.completeOnTimeout("blocked", 50, TimeUnit.MILLISECONDS);
            log.add(late.get());
            sleep(Duration.ofMillis(10));
        });
        assertThat(log).containsExactly("blocked", "other");
    }

    @ParameterizedTest
    @MethodSource(BACKENDS)
    void blockingForLongerThanASimulationAllowsIsNoVerdict(Backend backend) {
        Object value = run(Worlds.on(backend), () -> {
            Thread.sleep(4_500);
            return "awake";
        });
        assertThat(value).isEqualTo("awake");
    }

    @ParameterizedTest
    @MethodSource(BACKENDS)
    void anInterruptOfTheThreadThatRunsTheLoopIsKeptForItsOwner(Backend backend) {
        Thread.currentThread().interrupt();
        run(Worlds.on(backend), () -> sleep(Duration.ofMillis(20)));
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void debugModeNamesTheStepThatBlockedTheLoop() {
        List<String> logged = new ArrayList<>();
        Handler listening = new Handler() {
            @Override
            public void publish(LogRecord logRecord) {
                logged.add(logRecord.getMessage());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger log = Logger.getLogger("dev.countermand.loop");
        log.addHandler(listening);
        try {
            RealLoop.run(() -> {
                getRunningLoop().debugMode().set(true);
                Task<Object> slow = createTask("slow", () -> Thread.sleep(130));
                await(slow);
            });
        } finally {
            log.removeHandler(listening);
        }
        assertThat(logged).singleElement().asString()
                .matches("Executing .*slow.* took 0\\.[1-9]\\d\\d seconds");
    }

    @Test
    void theClockCannotBeMoved() {
        assertThatThrownBy(() -> RealLoop.newWorld().newLoop().clock())
                .isInstanceOf(RuntimeError.class)
                .hasMessage("the clock of a loop on real time cannot be moved");
    }

    @Test
    void aRunWithinARunIsRefused() {
        RealLoop.run(() -> {
            assertThatThrownBy(() -> RealLoop.run(() -> 1)).hasMessage(
                    "asyncio.run() cannot be called from a running event loop");
        });
    }

    @Test
    void aProgramMayRunForMoreStepsThanASimulation() {
        Object steps = RealLoop.run(() -> {
            for (int i = 0; i < 20_000; i++) {
                sleep(Duration.ZERO);
            }
            return getRunningLoop().simulation().steps();
        });
        assertThat((long) steps).isGreaterThan(20_000);
    }
}
