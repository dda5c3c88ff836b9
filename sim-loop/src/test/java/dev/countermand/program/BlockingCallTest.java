package dev.countermand.program;

import static dev.countermand.asyncio.Asyncio.await;
import static dev.countermand.asyncio.Asyncio.createTask;
import static dev.countermand.asyncio.Asyncio.run;
import static dev.countermand.asyncio.Asyncio.sleep;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.countermand.loop.direct.Backend;
import dev.countermand.loop.direct.DirectStyle;
import dev.countermand.loop.error.BlockingCall;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Coroutines that block their threads: noticed at once, or, failing that, instead of a hang. */
class BlockingCallTest {
    private static final String BACKENDS = "dev.countermand.program.Worlds#backends";

    static Stream<Backend> mounted() {
        return Worlds.backends().filter(backend -> backend.name().equals("mounted"));
    }

    private static BlockingCall verdictOf(Backend backend, DirectStyle.Body blocks) {
        return catchThrowableOfType(BlockingCall.class, () -> run(Worlds.on(backend), () -> {
            sleep(Duration.ofSeconds(1));
            await(createTask("blocker", blocks));
        }));
    }

    @ParameterizedTest
    @MethodSource(BACKENDS)
    void whatWouldHangIsAnErrorThatNamesTheLine(Backend backend) {
        List<String> log = new ArrayList<>();
        CompletableFuture<Object> never = new CompletableFuture<>();
        BlockingCall verdict = verdictOf(backend, () -> {
            try {
                never.get();
            } finally {
                log.add("cleaned up");
            }
        });
        assertThat(verdict.getMessage()).matches("coroutine 'blocker' blocks the loop in"
                + " java.util.concurrent.CompletableFuture.get at BlockingCallTest.java:\\d+");
        assertThat(verdict.where()).startsWith("BlockingCallTest.java:");
        assertThat(verdict.remedy())
                .isEqualTo("use a Future of the loop (createFuture), and await it");
        assertThat(verdict.toString()).endsWith("(" + verdict.remedy() + ")");
        assertThat(log).containsExactly("cleaned up");
    }

    @ParameterizedTest
    @MethodSource(BACKENDS)
    void aLockOfTheJdkHeldAcrossAnAwaitIsNoHang(Backend backend) {
        ReentrantLock lock = new ReentrantLock();
        BlockingCall verdict = verdictOf(backend, () -> {
            createTask("holder", () -> {
                lock.lock();
                sleep(Duration.ofSeconds(9));
            });
            sleep(Duration.ofSeconds(1));
            lock.lock();
        });
        assertThat(verdict.call()).isEqualTo("java.util.concurrent.locks.ReentrantLock.lock");
        assertThat(verdict.remedy()).isEqualTo("hold no lock of the JDK across an await: use a"
                + " Lock of the loop, and await lock.acquire()");
    }

    static Stream<Arguments> calls() {
        CountDownLatch latch = new CountDownLatch(1);
        return Stream.of(
                Arguments.of("java.lang.Thread.sleep", (DirectStyle.Body) () -> Thread.sleep(1)),
                Arguments.of("java.util.concurrent.locks.LockSupport.park",
                        (DirectStyle.Body) LockSupport::park),
                Arguments.of("java.util.concurrent.LinkedBlockingQueue.take",
                        (DirectStyle.Body) () -> new LinkedBlockingQueue<>().take()),
                Arguments.of("java.util.concurrent.CountDownLatch.await",
                        (DirectStyle.Body) latch::await),
                Arguments.of("java.util.concurrent.CompletableFuture.join",
                        (DirectStyle.Body) () -> new CompletableFuture<>().join()));
    }

    @ParameterizedTest
    @MethodSource("calls")
    void theMountedBackendNoticesEvenAShortCall(String call, DirectStyle.Body blocks) {
        mounted().forEach(backend ->
                assertThat(verdictOf(backend, blocks).call()).isEqualTo(call));
    }

    @ParameterizedTest
    @MethodSource(BACKENDS)
    void yieldingTheProcessorIsNoBlocking(Backend backend) {
        int turns = run(Worlds.on(backend), () -> {
            int count = 0;
            while (count < 100) {
                Thread.yield();
                count++;
            }
            sleep(Duration.ofSeconds(1));
            return count;
        });
        assertThat(turns).isEqualTo(100);
    }

    @ParameterizedTest
    @MethodSource(BACKENDS)
    void aLockThatAForeignThreadHoldsForAMomentIsWaitedFor(Backend backend) throws Exception {
        Object monitor = new Object();
        CountDownLatch held = new CountDownLatch(1);
        Thread foreign = new Thread(() -> {
            synchronized (monitor) {
                held.countDown();
                LockSupport.parkNanos(50_000_000);
            }
        });
        foreign.start();
        held.await();
        String got = run(Worlds.on(backend), () -> {
            synchronized (monitor) {
                return "got it";
            }
        });
        assertThat(got).isEqualTo("got it");
        foreign.join();
    }

    @Test
    void otherWorldsAreNotTouched() {
        for (Backend backend : mounted().toList()) {
            assertThat(verdictOf(backend, LockSupport::park)).isNotNull();
            assertThat((int) run(Worlds.on(backend), () -> 7)).isEqualTo(7);
        }
    }
}
