package dev.countermand.program;

import static dev.countermand.asyncio.Asyncio.await;
import static dev.countermand.asyncio.Asyncio.coroutine;
import static dev.countermand.asyncio.Asyncio.createFuture;
import static dev.countermand.asyncio.Asyncio.createTask;
import static dev.countermand.asyncio.Asyncio.gather;
import static dev.countermand.asyncio.Asyncio.getRunningLoop;
import static dev.countermand.asyncio.Asyncio.run;
import static dev.countermand.asyncio.Asyncio.runInExecutor;
import static dev.countermand.asyncio.Asyncio.sleep;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.countermand.loop.Coroutine;
import dev.countermand.loop.Future;
import dev.countermand.loop.SimLoop;
import dev.countermand.loop.Simulation;
import dev.countermand.loop.Task;
import dev.countermand.loop.direct.Backend;
import dev.countermand.loop.direct.DirectStyle;
import dev.countermand.loop.error.Remedied;
import dev.countermand.loop.error.RuntimeError;
import dev.countermand.loop.error.ValueError;
import dev.countermand.loop.sync.Lock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Misuse is an error with CPython's message, and with a remedy in its text. */
class MisuseTest {
    private static final String BACKENDS = "dev.countermand.program.Worlds#backends";

    private static void assertMisuse(Throwable error, String message, String remedy) {
        assertThat(error).hasMessage(message);
        assertThat(error).isInstanceOfSatisfying(Remedied.class,
                misuse -> assertThat(misuse.remedy()).isEqualTo(remedy));
        assertThat(error).hasToString(
                error.getClass().getName() + ": " + message + " (" + remedy + ")");
    }

    @Test
    void awaitingOutsideALoop() {
        Future<Object> future = new Simulation().newLoop().createFuture();
        assertMisuse(catchThrowable(() -> await(future)), "await outside a running loop",
                "only a coroutine that a simulation runs can await: give its code to Asyncio.run,"
                        + " and let other threads be jobs of runInExecutor");
    }

    @ParameterizedTest
    @MethodSource(BACKENDS)
    void awaitingInsideACallbackOrAJob(Backend backend) {
        List<Throwable> errors = new ArrayList<>();
        run(Worlds.on(backend), () -> {
            getRunningLoop().callSoon(() ->
                    errors.add(catchThrowable(() -> sleep(Duration.ofSeconds(1)))));
            await(runInExecutor(Duration.ofSeconds(1), () ->
                    errors.add(catchThrowable(() -> sleep(Duration.ofSeconds(1))))));
        });
        assertThat(errors).hasSize(2).allSatisfy(error ->
                assertMisuse(error, "await inside a callback",
                        "a callback runs to its end: let it make a task with createTask, which can"
                                + " await"));
    }

    @Test
    void askingForTheLoopWhereNoneRuns() {
        assertMisuse(catchThrowable(() -> createTask("t", () -> 1)), "no running event loop",
                "only code that a simulation runs has a loop: start it with Asyncio.run");
    }

    @ParameterizedTest
    @MethodSource(BACKENDS)
    void awaitingACoroutineTwice(Backend backend) {
        List<Throwable> errors = new ArrayList<>();
        run(Worlds.on(backend), () -> {
            Coroutine<Object> once = coroutine("once", () -> sleep(Duration.ofSeconds(1)));
            await(once);
            errors.add(catchThrowable(() -> await(once)));
            Coroutine<Object> driven = coroutine("driven", () -> sleep(Duration.ofSeconds(1)));
            Task<Object> task = createTask(driven);
            sleep(Duration.ZERO);
            errors.add(catchThrowable(() -> await(driven)));
            await(task);
            errors.add(catchThrowable(() -> await(driven)));
            Coroutine<Boolean> acquire = new Lock().acquire();
            await(acquire);
            errors.add(catchThrowable(() -> await(acquire)));
        });
        String remedy = "a coroutine runs once: call what makes it again, or make a task of it,"
                + " which any number of others can await";
        assertMisuse(errors.get(0), "cannot reuse already awaited coroutine", remedy);
        assertMisuse(errors.get(1), "coroutine is being awaited already", remedy);
        assertMisuse(errors.get(2), "cannot reuse already awaited coroutine", remedy);
        assertMisuse(errors.get(3), "cannot reuse already awaited coroutine", remedy);
    }

    @ParameterizedTest
    @MethodSource(BACKENDS)
    void aLockOfAnotherLoop(Backend backend) {
        Lock lock = new Lock("shared");
        run(Worlds.on(backend), () -> {
            await(lock.acquire());
            createTask("second", () -> await(lock.acquire()));
            sleep(Duration.ofSeconds(1));
        });
        Throwable error = catchThrowable(() ->
                run(Worlds.on(backend), () -> await(lock.acquire())));
        assertMisuse(error, "<Lock \"shared\" held by Task-1> is bound to a different event loop",
                "make it inside the run that uses it: it belongs to the first loop that waits");
    }

    @ParameterizedTest
    @MethodSource(BACKENDS)
    void aFutureOfAnotherLoop(Backend backend) {
        Future<Object> foreign = new Simulation().newLoop().createFuture();
        List<Throwable> errors = new ArrayList<>();
        run(Worlds.on(backend), () -> {
            errors.add(catchThrowable(() -> await(foreign)));
            errors.add(catchThrowable(() -> gather(createFuture(), foreign)));
        });
        assertThat(errors.get(0)).isInstanceOf(RuntimeError.class);
        assertMisuse(errors.get(0), "Task <Task pending name='Task-1'> got Future"
                + " <Future pending> attached to a different loop",
                "a future belongs to the loop that made it: make it, or the task, in the run that"
                        + " awaits it");
        assertThat(errors.get(1)).isInstanceOf(ValueError.class);
        assertMisuse(errors.get(1), "The future belongs to a different loop than the one specified"
                + " as the loop argument",
                "a future belongs to the loop that made it: make it in the run that uses it");
    }

    @ParameterizedTest
    @MethodSource(BACKENDS)
    void aTaskThatAwaitsItself(Backend backend) {
        Throwable error = catchThrowable(() -> run(Worlds.on(backend), () -> {
            AtomicReference<Task<Object>> self = new AtomicReference<>();
            self.set(createTask("self", () -> {
                await(self.get());
            }));
            await(self.get());
        }));
        assertMisuse(error, "Task cannot await on itself: <Task pending name='self'>",
                "only another task can await it");
    }

    @ParameterizedTest
    @MethodSource(BACKENDS)
    void aRunWithinARun(Backend backend) {
        List<Throwable> errors = new ArrayList<>();
        run(Worlds.on(backend), () -> {
            errors.add(catchThrowable(() -> run(() -> 1)));
            SimLoop other = new Simulation().newLoop();
            errors.add(catchThrowable(() -> other.runUntilComplete(other.createFuture())));
            errors.add(catchThrowable(() -> getRunningLoop().runForever()));
        });
        String remedy = "await the coroutine, or make a task of it with createTask";
        assertMisuse(errors.get(0),
                "asyncio.run() cannot be called from a running event loop", remedy);
        assertMisuse(errors.get(1),
                "Cannot run the event loop while another loop is running", remedy);
        assertMisuse(errors.get(2), "This event loop is already running", remedy);
    }

    @ParameterizedTest
    @MethodSource(BACKENDS)
    void usingTheLoopFromAForeignThread(Backend backend) {
        List<Throwable> errors = new ArrayList<>();
        run(Worlds.on(backend), () -> {
            SimLoop loop = getRunningLoop();
            Future<Object> future = createFuture();
            // A platform thread keeps the thread that joins it busy, not parked in our sight.
            Thread thread = new Thread(() -> {
                errors.add(catchThrowable(() -> loop.callSoon(() -> {})));
                errors.add(catchThrowable(() -> loop.createTask(coroutine("c", () -> 1))));
                errors.add(catchThrowable(() -> future.setResult(1)));
                errors.add(catchThrowable(future::cancel));
            });
            thread.start();
            while (thread.isAlive()) {
                Thread.onSpinWait();
            }
        });
        assertThat(errors).hasSize(4).allSatisfy(error -> assertMisuse(error,
                "Non-thread-safe operation invoked on an event loop other than the current one",
                "nothing may run beside a simulated loop: let the work of other threads be a job"
                        + " of runInExecutor, which ends at a virtual time"));
    }

    @ParameterizedTest
    @MethodSource(BACKENDS)
    void coroutinesNeverAwaitedAreReportedInOrderWhenTheLoopCloses(Backend backend) {
        List<String> reports = new ArrayList<>();
        run(Worlds.on(backend), () -> {
            getRunningLoop().setExceptionHandler((loop, report) ->
                    reports.add(report.message() + " | " + report.exception()));
            coroutine("forgotten", () -> sleep(Duration.ofSeconds(1)));
            new Lock().acquire();
            coroutine("closed", () -> 1).close();
            Task<Object> cancelled = createTask("cancelled", () -> sleep(Duration.ZERO));
            cancelled.cancel();
            await(coroutine("awaited", () -> sleep(Duration.ofSeconds(1))));
            for (int i = 0; i < 200; i++) {
                await(coroutine("many", () -> 1));
            }
            coroutine("late", () -> 1);
            catchThrowable(() -> run(() -> 1));
        });
        assertThat(reports).containsExactly(
                report("forgotten"), report("Lock.acquire"), report("late"));
    }

    private static String report(String name) {
        String message = "coroutine '" + name + "' was never awaited";
        return message + " | dev.countermand.loop.error.RuntimeWarning: " + message
                + " (await it, or make a task of it with createTask)";
    }

    @Test
    void aTaskThatNeverBeganIsReportedOnceAsATaskAndOnceAsACoroutine() {
        List<String> reports = new ArrayList<>();
        Simulation world = new Simulation();
        DirectStyle.of(world);
        SimLoop loop = world.newLoop();
        loop.setExceptionHandler((same, report) -> reports.add(report.message()));
        loop.runUntilComplete(coroutine("main", () -> {
            createTask("x", () -> 1);
            loop.stop();
        }));
        loop.close();
        assertThat(reports).contains("Task was destroyed but it is pending!");
        assertThat(reports.get(reports.size() - 1)).isEqualTo("coroutine 'x' was never awaited");
    }
}
