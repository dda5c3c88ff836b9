package dev.countermand.program;

import static dev.countermand.asyncio.Asyncio.anext;
import static dev.countermand.asyncio.Asyncio.asyncFor;
import static dev.countermand.asyncio.Asyncio.asyncGenerator;
import static dev.countermand.asyncio.Asyncio.await;
import static dev.countermand.asyncio.Asyncio.coroutine;
import static dev.countermand.asyncio.Asyncio.createTask;
import static dev.countermand.asyncio.Asyncio.gatherWithErrors;
import static dev.countermand.asyncio.Asyncio.run;
import static dev.countermand.asyncio.Asyncio.sleep;
import static dev.countermand.asyncio.Asyncio.time;
import static dev.countermand.asyncio.Scopes.closing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countermand.asyncio.Held;
import dev.countermand.loop.AsyncGenerator;
import dev.countermand.loop.Task;
import dev.countermand.loop.direct.Backend;
import dev.countermand.loop.error.CancelledError;
import dev.countermand.loop.error.GeneratorExit;
import dev.countermand.loop.error.RuntimeError;
import dev.countermand.loop.error.StopAsyncIteration;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Asynchronous generators in direct style. What the loop is asked here, and its answers, are what
 * CPython 3.11 and 3.13 say to the same program.
 */
class AsyncGeneratorTest {
    private static final String BACKENDS = "dev.countermand.program.Worlds#backends";
    private final List<String> log = new ArrayList<>();

    /** One number a second, from 0. */
    private AsyncGenerator<Integer> numbers(int count) {
        return asyncGenerator("numbers", out -> {
            try {
                for (int i = 0; i < count; i++) {
                    sleep(Duration.ofSeconds(1));
                    out.yield(i);
                }
            } finally {
                log.add("closed");
            }
        });
    }

    @ParameterizedTest
    @MethodSource(BACKENDS)
    void aForLoopWaitsForEachValue(Backend backend) {
        run(Worlds.on(backend), () -> {
            for (int number : asyncFor(numbers(3))) {
                log.add(number + " at " + time());
            }
        });
        assertThat(log).containsExactly("0 at PT1S", "1 at PT2S", "2 at PT3S", "closed");
    }

    @ParameterizedTest
    @MethodSource(BACKENDS)
    void aLoopThatIsLeftEarlyLeavesTheGeneratorOpen(Backend backend) {
        run(Worlds.on(backend), () -> {
            AsyncGenerator<Integer> numbers = numbers(5);
            for (int number : asyncFor(numbers)) {
                if (number == 1) {
                    break;
                }
            }
            log.add("after break");
            await(numbers.aclose());
            assertThatThrownBy(() -> anext(numbers)).isInstanceOf(StopAsyncIteration.class);
            await(numbers.aclose());
        });
        assertThat(log).containsExactly("after break", "closed");
    }

    @ParameterizedTest
    @MethodSource(BACKENDS)
    void closingEndsItWithTheBlock(Backend backend) {
        run(Worlds.on(backend), () -> {
            AsyncGenerator<Integer> numbers = numbers(5);
            try (Held open = closing(numbers)) {
                log.add("got " + anext(numbers));
            }
            log.add("after the block");
        });
        assertThat(log).containsExactly("got 0", "closed", "after the block");
    }

    @ParameterizedTest
    @MethodSource(BACKENDS)
    void theRunnerClosesWhatIsLeftOpen(Backend backend) {
        run(Worlds.on(backend), () -> {
            anext(numbers(5));
            log.add("main ends");
        });
        assertThat(log).containsExactly("main ends", "closed");
    }

    @ParameterizedTest
    @MethodSource(BACKENDS)
    void oneThatNeverBeganIsClosedWithoutRunning(Backend backend) {
        run(Worlds.on(backend), () -> {
            AsyncGenerator<Integer> numbers = numbers(5);
            await(numbers.aclose());
            assertThatThrownBy(() -> anext(numbers)).isInstanceOf(StopAsyncIteration.class);
        });
        assertThat(log).isEmpty();
    }

    @ParameterizedTest
    @MethodSource(BACKENDS)
    void yieldingWhileBeingClosedIsAnError(Backend backend) {
        run(Worlds.on(backend), () -> {
            AsyncGenerator<Integer> stubborn = asyncGenerator("stubborn", out -> {
                try {
                    out.yield(1);
                } catch (GeneratorExit told) {
                    out.yield(2);
                }
            });
            anext(stubborn);
            assertThatThrownBy(() -> await(stubborn.aclose()))
                    .isInstanceOf(RuntimeError.class)
                    .hasMessage("async generator ignored GeneratorExit");
        });
    }

    @ParameterizedTest
    @MethodSource(BACKENDS)
    void onlyOneTaskCanAskAtATime(Backend backend) {
        List<Object> results = run(Worlds.on(backend), () -> {
            AsyncGenerator<Integer> numbers = numbers(5);
            return await(gatherWithErrors(List.of(
                    coroutine("first", () -> anext(numbers)),
                    coroutine("second", () -> anext(numbers)))));
        });
        assertThat(results.get(0)).isEqualTo(0);
        assertThat((Throwable) results.get(1))
                .isInstanceOf(RuntimeError.class)
                .hasMessage("anext(): asynchronous generator is already running");
    }

    @ParameterizedTest
    @MethodSource(BACKENDS)
    void aCancelledAnextEndsTheGenerator(Backend backend) {
        run(Worlds.on(backend), () -> {
            AsyncGenerator<Integer> numbers = numbers(5);
            Task<Integer> asks = createTask("asks", () -> anext(numbers));
            sleep(Duration.ZERO);
            asks.cancel("why");
            try {
                await(asks);
            } catch (CancelledError cancelled) {
                log.add("cancelled " + cancelled.getMessage());
            }
            assertThatThrownBy(() -> anext(numbers)).isInstanceOf(StopAsyncIteration.class);
        });
        assertThat(log).containsExactly("closed", "cancelled why");
    }

    @ParameterizedTest
    @MethodSource(BACKENDS)
    void aStopAsyncIterationOfTheBodyIsConverted(Backend backend) {
        run(Worlds.on(backend), () -> {
            AsyncGenerator<Integer> raises = asyncGenerator("raises", out -> {
                out.yield(1);
                throw new StopAsyncIteration();
            });
            assertThatThrownBy(() -> asyncFor(raises).forEach(value -> log.add("got " + value)))
                    .isInstanceOf(RuntimeError.class)
                    .hasMessage("async generator raised StopAsyncIteration")
                    .hasCauseInstanceOf(StopAsyncIteration.class);
        });
        assertThat(log).containsExactly("got 1");
    }

    @ParameterizedTest
    @MethodSource(BACKENDS)
    void nullIsAValueLikeOthers(Backend backend) {
        run(Worlds.on(backend), () -> {
            AsyncGenerator<String> some = asyncGenerator("some", out -> {
                out.yield(null);
                out.yield("b");
            });
            for (String value : asyncFor(some)) {
                log.add(String.valueOf(value));
            }
            assertThatThrownBy(() -> asyncFor(some).iterator().next())
                    .isInstanceOf(NoSuchElementException.class);
        });
        assertThat(log).containsExactly("null", "b");
    }

    @ParameterizedTest
    @MethodSource(BACKENDS)
    void onlyItsOwnBodyCanYield(Backend backend) {
        run(Worlds.on(backend), () -> {
            AsyncGenerator<Integer> leaky = asyncGenerator("leaky", out -> await(createTask("other",
                    () -> out.yield(1))));
            assertThatThrownBy(() -> anext(leaky))
                    .isInstanceOf(RuntimeError.class)
                    .hasMessage("yield outside the body of generator 'leaky'")
                    .hasToString("dev.countermand.loop.error.RuntimeError: yield outside the body"
                            + " of generator 'leaky' (only the generator's own code can yield:"
                            + " hand values over to it in a Queue)");
        });
    }
}
