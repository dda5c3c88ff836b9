package dev.countermand.real;

import static dev.countermand.asyncio.Asyncio.await;
import static dev.countermand.asyncio.Asyncio.gather;
import static dev.countermand.asyncio.Asyncio.getRunningLoop;
import static dev.countermand.asyncio.Asyncio.run;
import static dev.countermand.asyncio.Asyncio.runInExecutor;
import static dev.countermand.asyncio.Asyncio.sleep;
import static dev.countermand.asyncio.Asyncio.toThread;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.countermand.loop.ContextVar;
import dev.countermand.loop.Future;
import dev.countermand.loop.SimLoop;
import dev.countermand.loop.direct.Backend;
import dev.countermand.loop.error.LookupError;
import dev.countermand.loop.error.RuntimeError;
import dev.countermand.loop.run.ShutdownExecutor;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The default executor does its jobs on threads. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ThreadWorkersTest {
    private static final String BACKENDS = "dev.countermand.real.Worlds#backends";
    private static final Duration ANY = Duration.ofDays(1);

    @ParameterizedTest
    @MethodSource(BACKENDS)
    void jobsRunInParallel(Backend backend) {
        int jobs = 5;
        CyclicBarrier together = new CyclicBarrier(jobs);
        List<String> names = new ArrayList<>();
        run(Worlds.on(backend), () -> {
            List<Future<String>> running = new ArrayList<>();
            for (int i = 0; i < jobs; i++) {
                running.add(runInExecutor(ANY, () -> {
                    // None gets further before all are here.
                    together.await(30, TimeUnit.SECONDS);
                    return Thread.currentThread().getName();
                }));
            }
            names.addAll(await(gather(running)));
        });
        assertThat(names).containsExactlyInAnyOrder(
                "asyncio_0", "asyncio_1", "asyncio_2", "asyncio_3", "asyncio_4");
    }

    @ParameterizedTest
    @MethodSource(BACKENDS)
    void theLoopGoesOnWhileAJobRuns(Backend backend) {
        CountDownLatch loopWentOn = new CountDownLatch(1);
        Boolean told = run(Worlds.on(backend), () -> {
            Future<Boolean> job =
                    runInExecutor(ANY, () -> loopWentOn.await(30, TimeUnit.SECONDS));
            sleep(Duration.ofMillis(5));
            loopWentOn.countDown();
            return await(job);
        });
        assertThat(told).isTrue();
    }

    @ParameterizedTest
    @MethodSource(BACKENDS)
    void theErrorOfAJobArrivesAsItIs(Backend backend) {
        IOException error = new IOException("disk");
        run(Worlds.on(backend), () -> {
            assertThat(catchThrowable(() -> toThread(ANY, () -> {
                throw error;
            }))).isSameAs(error);
        });
    }

    @Test
    void aJobOfToThreadSeesTheContextAndAnyOtherHasItsOwn() {
        ContextVar<String> variable = new ContextVar<>("variable");
        RealLoop.run(() -> {
            variable.set("main");
            String seen = toThread(ANY, () -> {
                String before = variable.get();
                variable.set("job");
                return before + ", then " + variable.get();
            });
            assertThat(seen).isEqualTo("main, then job");
            assertThat(variable.get()).isEqualTo("main");
            assertThat(catchThrowable(() -> await(runInExecutor(ANY, variable::get))))
                    .isInstanceOf(LookupError.class);
        });
    }

    @Test
    void aJobThatNoWorkerHasBegunIsTakenBackByACancel() {
        CountDownLatch mayEnd = new CountDownLatch(1);
        List<String> ran = new ArrayList<>();
        run(RealLoop.newWorld(1), () -> {
            Future<Object> first = runInExecutor(ANY, () -> {
                mayEnd.await();
                return ran.add("first");
            });
            Future<Object> second = runInExecutor(ANY, () -> ran.add("second"));
            Future<Object> third = runInExecutor(ANY, () -> ran.add("third"));
            second.cancel();
            sleep(Duration.ZERO);
            mayEnd.countDown();
            await(first);
            await(third);
        });
        assertThat(ran).containsExactly("first", "third");
    }

    @Test
    void theEndOfARunWaitsForJobsThatNobodyAwaits() {
        AtomicReference<String> ended = new AtomicReference<>("no");
        RealLoop.run(() -> {
            runInExecutor(ANY, () -> {
                Thread.sleep(100);
                ended.set("yes");
                return null;
            });
        });
        assertThat(ended).hasValue("yes");
    }

    @Test
    void theShutdownGivesUpAfterItsLimit() {
        CountDownLatch mayEnd = new CountDownLatch(1);
        SimLoop loop = RealLoop.newWorld().newLoop();
        loop.runInExecutor(ANY, () -> {
            mayEnd.await();
            return null;
        });
        long before = System.nanoTime();
        loop.runUntilComplete(new ShutdownExecutor(loop, Duration.ofMillis(30)));
        assertThat(System.nanoTime() - before).isGreaterThanOrEqualTo(30_000_000);
        assertThatThrownBy(() -> loop.runInExecutor(ANY, () -> null))
                .isInstanceOf(RuntimeError.class)
                .hasMessage("Executor shutdown has been called");
        loop.close();
        mayEnd.countDown();
    }

    @Test
    void theResultOfAJobThatEndsAfterTheLoopWasClosedIsDropped() throws InterruptedException {
        CountDownLatch mayEnd = new CountDownLatch(1);
        AtomicReference<Thread> worker = new AtomicReference<>();
        AtomicReference<Throwable> died = new AtomicReference<>();
        SimLoop loop = RealLoop.newWorld().newLoop();
        CountDownLatch begun = new CountDownLatch(1);
        loop.runInExecutor(ANY, () -> {
            worker.set(Thread.currentThread());
            Thread.currentThread().setUncaughtExceptionHandler((thread, error) ->
                    died.set(error));
            begun.countDown();
            mayEnd.await();
            return null;
        });
        begun.await();
        loop.close();
        mayEnd.countDown();
        worker.get().join(TimeUnit.SECONDS.toMillis(30));
        assertThat(worker.get().isAlive()).isFalse();
        assertThat(died).hasValue(null);
    }

    @Test
    void awaitingInAJobIsAnError() {
        RealLoop.run(() -> {
            assertThat(catchThrowable(() -> toThread(ANY, () -> {
                sleep(Duration.ofSeconds(1));
                return null;
            }))).isInstanceOf(RuntimeError.class).hasMessage("await outside a running loop");
            assertThat(getRunningLoop().isRunning()).isTrue();
        });
    }

    @Test
    void anExecutorWithoutWorkersIsRefused() {
        assertThatThrownBy(() -> RealLoop.newWorld(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("an executor needs at least one worker, not 0");
    }
}
