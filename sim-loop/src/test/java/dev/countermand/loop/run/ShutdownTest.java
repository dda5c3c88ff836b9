package dev.countermand.loop.run;

import static dev.countermand.loop.kit.Script.script;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.countermand.loop.AsyncGenerator;
import dev.countermand.loop.AsyncGenerators;
import dev.countermand.loop.Coroutine;
import dev.countermand.loop.ExceptionReport;
import dev.countermand.loop.PythonVersion;
import dev.countermand.loop.Signal;
import dev.countermand.loop.error.CancelledError;
import dev.countermand.loop.error.Deadlock;
import dev.countermand.loop.error.GeneratorExit;
import dev.countermand.loop.error.RuntimeError;
import dev.countermand.loop.kit.LoggedLines;
import dev.countermand.loop.kit.Script;
import dev.countermand.loop.kit.Trial;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The end of a Runner: generators are closed, jobs are waited for, and all of it can fail. */
class ShutdownTest {
    private final LoggedLines log = LoggedLines.listen();
    private final Trial t = Trial.begin();
    private final Runner runner = runner(t);

    private static Runner runner(Trial trial) {
        return new Runner(trial.simulation(), trial::loop, null);
    }

    @AfterEach
    void stopListening() {
        log.close();
    }

    /** A generator whose closing does something. */
    private record Generator(String name, Coroutine<?> closing)
            implements AsyncGenerators.Closeable {
        @Override
        public Coroutine<?> aclose() {
            return closing;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private Generator begin(String name, Script closing) {
        Generator generator = new Generator(name, closing);
        t.loop().generators().begin(generator);
        return generator;
    }

    @Test
    void generatorsAreClosedTogetherAfterTheTasksAndBeforeTheExecutor() {
        runner.run(script("main")
                .run(() -> begin("a", script("a").run(t.saying("a")).sleep(5)
                        .run(() -> t.say("a at " + t.loop().nanos()))))
                .run(() -> begin("b", script("b").run(t.saying("b")).sleep(3)
                        .run(() -> t.say("b at " + t.loop().nanos()))))
                .run(() -> t.loop().runInExecutor(Duration.ofNanos(4), () -> {
                    t.say("job");
                    return null;
                }))
                .run(() -> t.spawn(script("task").onCancel(
                        script("body").await(t::future), error -> t.say("cancelled"))))
                .pause(1));
        runner.close();
        assertThat(t.log()).containsExactly(
                "cancelled", "a", "b", "b at 3", "job", "a at 5");
        assertThat(t.loop().nanos()).isEqualTo(5);
    }

    @Test
    void theErrorOfOneIsReportedAndTheOthersAreClosed() {
        IllegalStateException error = new IllegalStateException("x");
        Generator[] failing = new Generator[1];
        runner.run(script("main")
                .run(() -> failing[0] = begin("numbers", script("close").raise(error)))
                .run(() -> begin("cancelled", script("close").raise(new CancelledError("own"))))
                .run(() -> begin("good", script("close").run(t.saying("closed")))));
        runner.close();
        assertThat(t.log()).containsExactly("closed");
        assertThat(t.reports()).singleElement().satisfies(report -> {
            assertThat(report.message()).isEqualTo(
                    "an error occurred during closing of asynchronous generator numbers");
            assertThat(report.exception()).isSameAs(error);
            assertThat(report.subject()).isSameAs(failing[0]);
        });
    }

    @Test
    void aGeneratorIsClosedOnce() {
        runner.run(script("main").run(() -> begin("a", script("close").run(t.saying("closed"))))
                .await(() -> new ShutdownAsyncGenerators(t.loop()))
                .run(t.saying("shut down")));
        runner.close();
        assertThat(t.log()).containsExactly("closed", "shut down");
    }

    @Test
    void oneThatATaskLeavesOpenIsClosedAlsoWhenTheTaskAndTheProgramFail() {
        List<String> said = t.log();
        AsyncGenerator<Integer> generator = new AsyncGenerator<>(new Endless(said::add));
        Throwable error = catchThrowable(() -> Runner.run(runner, script("main")
                .run(() -> t.spawn(script("spin").await(generator::anext).onCancel(
                        script("body").await(t::future), cancelled -> {
                            throw new IllegalStateException("spin");
                        })))
                .pause(2).raise(new IllegalArgumentException("main"))));
        assertThat(error).hasMessage("main");
        assertThat(said).containsExactly("closed");
        assertThat(t.reports()).extracting(ExceptionReport::message)
                .containsExactly("unhandled exception during asyncio.run() shutdown");
    }

    /** A body that yields for ever, and says when it is closed. */
    private static final class Endless implements AsyncGenerator.Body<Integer> {
        private final Consumer<String> said;

        Endless(Consumer<String> said) {
            this.said = said;
        }

        @Override
        public Signal resume(@Nullable Throwable thrown) {
            if (thrown instanceof GeneratorExit exit) {
                said.accept("closed");
                throw exit;
            }
            return Signal.RETURNED;
        }

        @Override
        public boolean isFinished() {
            return false;
        }

        @Override
        public AsyncGenerator.Yielded<Integer> yielded() {
            return new AsyncGenerator.Yielded<>(1);
        }

        @Override
        public @Nullable String where() {
            return null;
        }

        @Override
        public String name() {
            return "endless";
        }
    }

    @ParameterizedTest
    @EnumSource
    void since313CloseWaitsForJobsForFiveMinutesAndSaysSo(PythonVersion python) {
        Trial trial = Trial.begin(python);
        Runner own = runner(trial);
        own.run(script("main").run(() ->
                trial.loop().runInExecutor(Duration.ofHours(1), () -> null)));
        own.close();
        boolean limited = python.compareTo(PythonVersion.PYTHON_3_13) >= 0;
        assertThat(trial.loop().nanos()).isEqualTo(
                (limited ? Duration.ofMinutes(5) : Duration.ofHours(1)).toNanos());
        assertThat(log.lines()).isEqualTo(limited
                ? List.of("WARNING The executor did not finishing joining its threads within 300"
                        + " seconds.")
                : List.of());
    }

    @Test
    void anExecutorThatIsShutDownTakesNoJobsAndLeavesNoTimer() {
        runner.run(script("main")
                .run(() -> t.loop().runInExecutor(Duration.ofNanos(7), () -> null))
                .await(() -> new ShutdownExecutor(t.loop(), Duration.ofSeconds(1)))
                .run(() -> t.say(t.loop().nanos()))
                .attempt(script("late").run(
                        () -> t.loop().runInExecutor(Duration.ZERO, () -> null)),
                        RuntimeError.class, error -> t.say(error.getMessage())));
        assertThat(t.log()).containsExactly("7", "Executor shutdown has been called");
        assertThat(catchThrowable(() -> runner.run(script("stuck").await(t::future))))
                .isInstanceOf(Deadlock.class);
        assertThat(t.loop().nanos()).as("no timer of the shutdown is left").isEqualTo(7);
    }

    @Test
    void anExecutorThatWasNeverUsedIsShutDownWithoutWaiting() {
        runner.run(script("main").await(() -> new ShutdownExecutor(t.loop(), Duration.ZERO))
                .run(() -> t.say(t.loop().iterations())));
        assertThat(t.log()).containsExactly("1");
        assertThat(catchThrowable(() -> t.loop().executor().submit(1, () -> null)))
                .hasMessage("Executor shutdown has been called");
    }

    @Test
    void aCancelledShutdownIsCancelledAndStopsItsClock() {
        Script main = script("main")
                .run(() -> t.loop().runInExecutor(Duration.ofNanos(50), () -> null))
                .run(() -> t.loop().callLater(5, t.loop().currentTask()::cancel))
                .await(() -> new ShutdownExecutor(t.loop(), Duration.ofNanos(20)));
        assertThat(catchThrowable(() -> runner.run(main))).isInstanceOf(CancelledError.class);
        assertThat(t.loop().nanos()).isEqualTo(5);
        assertThat(log.lines()).isEmpty();
    }

    @Test
    void aDeadlockInAShutdownSaysWhichAndWhatItWaitsFor() {
        runner.run(script("main").run(() -> begin("a", script("a").await(t::future))));
        assertThat(catchThrowable(runner::close)).isInstanceOfSatisfying(Deadlock.class, error ->
                assertThat(error.getMessage()).isNotEmpty());
        assertThat(new ShutdownAsyncGenerators(t.loop()).name()).isEqualTo("shutdown_asyncgens");
        assertThat(new ShutdownExecutor(t.loop(), Duration.ZERO).name())
                .isEqualTo("shutdown_default_executor");
        List<String> waits = new ArrayList<>();
        t.loop().allTasks().forEach(task -> waits.add(task.coroutine().name()));
        assertThat(waits).contains("shutdown_asyncgens");
    }
}
