package dev.countermand.program;

import static dev.countermand.asyncio.Asyncio.allTasks;
import static dev.countermand.asyncio.Asyncio.asCompleted;
import static dev.countermand.asyncio.Asyncio.await;
import static dev.countermand.asyncio.Asyncio.coroutine;
import static dev.countermand.asyncio.Asyncio.createFuture;
import static dev.countermand.asyncio.Asyncio.createTask;
import static dev.countermand.asyncio.Asyncio.currentTask;
import static dev.countermand.asyncio.Asyncio.gather;
import static dev.countermand.asyncio.Asyncio.gatherWithErrors;
import static dev.countermand.asyncio.Asyncio.getRunningLoop;
import static dev.countermand.asyncio.Asyncio.run;
import static dev.countermand.asyncio.Asyncio.runInExecutor;
import static dev.countermand.asyncio.Asyncio.shield;
import static dev.countermand.asyncio.Asyncio.sleep;
import static dev.countermand.asyncio.Asyncio.time;
import static dev.countermand.asyncio.Asyncio.toThread;
import static dev.countermand.asyncio.Asyncio.waitAll;
import static dev.countermand.asyncio.Asyncio.waitFor;
import static dev.countermand.asyncio.Asyncio.waitUntil;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countermand.loop.ContextVar;
import dev.countermand.loop.Coroutine;
import dev.countermand.loop.Future;
import dev.countermand.loop.Task;
import dev.countermand.loop.combine.ReturnWhen;
import dev.countermand.loop.combine.Wait;
import dev.countermand.loop.direct.Backend;
import dev.countermand.loop.error.CancelledError;
import dev.countermand.loop.error.LookupError;
import dev.countermand.loop.error.TimeoutError;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** asyncio's functions in a program that imports them, on every backend that this JVM allows. */
class AsyncioProgramsTest {
    private static final String BACKENDS = "dev.countermand.program.Worlds#backends";

    private static Duration seconds(long count) {
        return Duration.ofSeconds(count);
    }

    private static String named(String name, long seconds) {
        sleep(seconds(seconds));
        return name;
    }

    @Test
    void aProgramNeedsNoWorldOfItsOwn() {
        Duration end = run(() -> {
            sleep(Duration.ofHours(10));
            return time();
        });
        assertThat(end).isEqualTo(Duration.ofHours(10));
    }

    @ParameterizedTest
    @MethodSource(BACKENDS)
    void theWorldCarriesTheBackend(Backend backend) {
        List<String> log = new ArrayList<>();
        run(Worlds.on(backend), () -> {
            Task<String> worker = createTask("worker", () -> named("done", 2));
            log.add(currentTask().name() + " " + worker.name() + " " + allTasks().size());
            log.add(await(worker) + " at " + time());
        });
        assertThat(log).containsExactly("Task-1 worker 2", "done at PT2S");
    }

    @ParameterizedTest
    @MethodSource(BACKENDS)
    void gatherGivesAListOfTheTypeOfItsArguments(Backend backend) {
        int sum = run(Worlds.on(backend), () -> {
            Task<Integer> one = createTask("one", () -> 1);
            List<Integer> both = await(gather(one, coroutine("two", () -> 2)));
            return both.get(0) + both.get(1);
        });
        assertThat(sum).isEqualTo(3);
    }

    @ParameterizedTest
    @MethodSource(BACKENDS)
    void gatherWithErrorsCollectsThem(Backend backend) {
        List<Object> all = run(Worlds.on(backend), () -> await(gatherWithErrors(List.of(
                coroutine("fails", () -> {
                    throw new IOException("disk full");
                }),
                coroutine("works", () -> 7)))));
        assertThat(all.get(0)).isInstanceOf(IOException.class);
        assertThat(all.get(1)).isEqualTo(7);
    }

    @ParameterizedTest
    @MethodSource(BACKENDS)
    void waitUntilTellsWhoIsDone(Backend backend) {
        List<Object> log = new ArrayList<>();
        run(Worlds.on(backend), () -> {
            Task<String> fast = createTask("fast", () -> named("fast", 1));
            Task<String> slow = createTask("slow", () -> named("slow", 5));
            Wait.Result first =
                    waitUntil(ReturnWhen.FIRST_COMPLETED, List.of(slow, fast), null);
            log.add(first.done().equals(List.of(fast)) && first.pending().equals(List.of(slow)));
            log.add(waitUntil(ReturnWhen.ALL_COMPLETED, List.of(slow), seconds(1)).done());
            log.add(time());
            log.add(waitAll(List.of(slow)).pending());
        });
        assertThat(log).containsExactly(true, List.of(), seconds(2), List.of());
    }

    @ParameterizedTest
    @MethodSource(BACKENDS)
    void waitForCancelsWhatTakesTooLong(Backend backend) {
        List<String> log = new ArrayList<>();
        run(Worlds.on(backend), () -> {
            log.add(waitFor(coroutine("fast", () -> named("fast", 1)), seconds(2)));
            Task<String> slow = createTask("slow", () -> named("slow", 9));
            try {
                waitFor(slow, seconds(2));
            } catch (TimeoutError late) {
                log.add("late at " + time() + " " + slow.isCancelled());
            }
            log.add(waitFor(coroutine("any", () -> named("any", 1)), null));
        });
        assertThat(log).containsExactly("fast", "late at PT3S true", "any");
    }

    @ParameterizedTest
    @MethodSource(BACKENDS)
    void asCompletedGivesTheFastestFirst(Backend backend) {
        List<String> log = new ArrayList<>();
        run(Worlds.on(backend), () -> {
            List<Coroutine<String>> all = List.of(
                    coroutine("slow", () -> named("slow", 3)),
                    coroutine("fast", () -> named("fast", 1)),
                    coroutine("never", () -> named("never", 9)));
            for (Coroutine<String> next : Asynchronously.completed(all, seconds(5))) {
                try {
                    log.add(await(next) + " at " + time());
                } catch (TimeoutError late) {
                    log.add("late at " + time());
                }
            }
        });
        assertThat(log).containsExactly("fast at PT1S", "slow at PT3S", "late at PT5S");
    }

    /** Whether the result of asCompleted can be handed around with its type. */
    private static final class Asynchronously {
        static Iterable<Coroutine<String>> completed(
                List<Coroutine<String>> all, Duration limit) {
            return limit.isZero() ? asCompleted(all) : asCompleted(all, limit);
        }
    }

    @ParameterizedTest
    @MethodSource(BACKENDS)
    void shieldKeepsACancellationAway(Backend backend) {
        List<String> log = new ArrayList<>();
        run(Worlds.on(backend), () -> {
            Task<String> inner = createTask("inner", () -> named("inner", 2));
            Task<String> outer = createTask("outer", () -> await(shield(inner)));
            sleep(seconds(1));
            outer.cancel();
            try {
                await(outer);
            } catch (CancelledError cancelled) {
                log.add("outer cancelled");
            }
            log.add(await(inner) + " at " + time());
        });
        assertThat(log).containsExactly("outer cancelled", "inner at PT2S");
    }

    @ParameterizedTest
    @MethodSource(BACKENDS)
    void jobsTakeVirtualTimeAndSeeTheContextOfTheirThread(Backend backend) {
        ContextVar<String> user = new ContextVar<>("user");
        List<String> log = new ArrayList<>();
        run(Worlds.on(backend), () -> {
            user.set("ada");
            Future<String> job = runInExecutor(seconds(3), () -> "sees " + user.getOr("nobody"));
            log.add(await(job) + " at " + time());
            log.add(toThread(seconds(2), () -> "sees " + user.get()) + " at " + time());
        });
        assertThat(log).containsExactly("sees nobody at PT3S", "sees ada at PT5S");
    }

    @ParameterizedTest
    @MethodSource(BACKENDS)
    void contextVariablesBelongToTheTask(Backend backend) {
        ContextVar<Integer> depth = new ContextVar<>("depth");
        List<Object> log = new ArrayList<>();
        run(Worlds.on(backend), () -> {
            assertThatThrownBy(depth::get)
                    .isInstanceOf(LookupError.class)
                    .hasMessage("<ContextVar name='depth'>");
            ContextVar.Token<Integer> token = depth.set(1);
            await(createTask("child", () -> {
                log.add(depth.get());
                depth.set(2);
            }));
            log.add(depth.get());
            depth.reset(token);
            log.add(depth.getOr(0));
        });
        assertThat(log).containsExactly(1, 1, 0);
    }

    @ParameterizedTest
    @MethodSource(BACKENDS)
    void aFutureIsCompletedFromACallback(Backend backend) {
        String value = run(Worlds.on(backend), () -> {
            Future<String> future = createFuture();
            getRunningLoop().callLater(seconds(1), () -> future.setResult("rung"));
            return await(future);
        });
        assertThat(value).isEqualTo("rung");
    }

    @ParameterizedTest
    @MethodSource(BACKENDS)
    void aThreadThatIsInterruptedStillAwaits(Backend backend) {
        boolean kept = run(Worlds.on(backend), () -> {
            Thread.currentThread().interrupt();
            sleep(seconds(1));
            return Thread.interrupted();
        });
        assertThat(kept).isTrue();
    }
}
