package dev.countermand.real;

import static dev.countermand.asyncio.Asyncio.await;
import static dev.countermand.asyncio.Asyncio.createFuture;
import static dev.countermand.asyncio.Asyncio.getRunningLoop;
import static dev.countermand.asyncio.Asyncio.run;
import static dev.countermand.asyncio.Asyncio.sleep;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.countermand.loop.ContextVar;
import dev.countermand.loop.Future;
import dev.countermand.loop.SimLoop;
import dev.countermand.loop.direct.Backend;
import dev.countermand.loop.error.RuntimeError;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Other threads hand calls to a loop that runs, or sleeps, or is closed. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ThreadsafeCallsTest {
    private static final String BACKENDS = "dev.countermand.real.Worlds#backends";
    private static final int THREADS = 8;
    private static final int CALLS = 12_500;

    @ParameterizedTest
    @MethodSource(BACKENDS)
    void ofAHundredThousandCallsOfEightThreadsNoneIsLostOrOvertaken(Backend backend) {
        int[] expected = new int[THREADS];
        List<String> outOfOrder = new ArrayList<>();
        run(Worlds.on(backend), () -> {
            SimLoop loop = getRunningLoop();
            Future<Object> all = createFuture();
            int[] left = {THREADS * CALLS};
            for (int thread = 0; thread < THREADS; thread++) {
                int own = thread;
                new Thread(() -> {
                    for (int call = 0; call < CALLS; call++) {
                        int number = call;
                        loop.callSoonThreadsafe(() -> {
                            if (expected[own]++ != number) {
                                outOfOrder.add(own + ": " + number);
                            }
                            if (--left[0] == 0) {
                                all.setResult(null);
                            }
                        });
                    }
                }).start();
            }
            await(all);
        });
        assertThat(expected).containsOnly(CALLS);
        assertThat(outOfOrder).isEmpty();
    }

    @ParameterizedTest
    @MethodSource(BACKENDS)
    void eachSingleCallWakesALoopThatSleeps(Backend backend) {
        run(Worlds.on(backend), () -> {
            SimLoop loop = getRunningLoop();
            for (int i = 0; i < 500; i++) {
                Future<Object> future = createFuture();
                CompletableFuture.runAsync(() ->
                        loop.callSoonThreadsafe(() -> future.setResult(null)));
                await(future);
            }
        });
    }

    @ParameterizedTest
    @MethodSource(BACKENDS)
    void aCallThatIsHandedOverFirstComesFirst(Backend backend) {
        List<String> log = new ArrayList<>();
        run(Worlds.on(backend), () -> {
            SimLoop loop = getRunningLoop();
            loop.callSoon(() -> log.add("before"));
            CompletableFuture.runAsync(() ->
                    loop.callSoonThreadsafe(() -> log.add("from a thread"))).join();
            loop.callSoon(() -> log.add("after"));
            sleep(Duration.ZERO);
        });
        assertThat(log).containsExactly("before", "from a thread", "after");
    }

    @Test
    void aCallMadeBeforeTheLoopRunsWaitsForIt() {
        SimLoop loop = RealLoop.newWorld().newLoop();
        List<String> log = new ArrayList<>();
        loop.callSoonThreadsafe(() -> log.add("first"));
        CompletableFuture.runAsync(() -> loop.callSoonThreadsafe(() -> log.add("second"))).join();
        loop.callSoon(() -> log.add("third"));
        loop.callSoonThreadsafe(loop::stop);
        loop.runForever();
        loop.close();
        assertThat(log).containsExactly("first", "second", "third");
    }

    @Test
    void aCallFromAThreadSeesNoContextOfTheLoop() {
        ContextVar<String> variable = new ContextVar<>("variable");
        List<String> seen = new ArrayList<>();
        RealLoop.run(() -> {
            SimLoop loop = getRunningLoop();
            variable.set("main");
            CompletableFuture.runAsync(() ->
                    loop.callSoonThreadsafe(() -> seen.add(variable.getOr("unset")))).join();
            loop.callSoonThreadsafe(() -> seen.add(variable.getOr("unset")));
            sleep(Duration.ZERO);
        });
        assertThat(seen).containsExactly("unset", "main");
    }

    @Test
    void onAClosedLoopItIsAnErrorAndWhatWaitsNeverRuns() {
        SimLoop loop = RealLoop.newWorld().newLoop();
        List<String> log = new ArrayList<>();
        CompletableFuture.runAsync(() -> loop.callSoonThreadsafe(() -> log.add("ran"))).join();
        loop.close();
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> loop.callSoonThreadsafe(() -> log.add("ran")))
                    .isInstanceOf(RuntimeError.class).hasMessage("Event loop is closed");
        }
        assertThat(log).isEmpty();
    }

    @ParameterizedTest
    @MethodSource(BACKENDS)
    void anyOtherUseFromAThreadIsAnErrorThatSaysWhatToUse(Backend backend) {
        List<Throwable> errors = new ArrayList<>();
        run(Worlds.on(backend), () -> {
            SimLoop loop = getRunningLoop();
            Future<Object> future = createFuture();
            CompletableFuture.runAsync(() -> {
                errors.add(catchThrowable(() -> loop.callSoon(() -> {})));
                errors.add(catchThrowable(() -> loop.callLater(1, () -> {})));
                errors.add(catchThrowable(() -> future.setResult(null)));
            }).join();
        });
        assertThat(errors).hasSize(3).allSatisfy(error -> assertThat(error)
                .isInstanceOf(RuntimeError.class)
                .hasMessage("Non-thread-safe operation invoked on an event loop other than the"
                        + " current one")
                .hasToString("dev.countermand.loop.error.RuntimeError: " + error.getMessage()
                        + " (only the loop's own thread may use it: hand the call over with"
                        + " callSoonThreadsafe)"));
    }
}
