package dev.countermand.loop;

import static dev.countermand.loop.kit.Script.script;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.countermand.loop.error.RuntimeError;
import dev.countermand.loop.kit.Trial;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a loop refuses: when it is closed, when it runs already, and from other threads. */
class ClosedLoopTest {
    private final Trial t = Trial.begin();
    private final SimLoop loop = t.loop();

    private static void refuses(String text, Runnable call) {
        assertThatExceptionOfType(RuntimeError.class).isThrownBy(call::run)
                .withMessageStartingWith(text);
    }

    @Test
    void aClosedLoopTakesNoJobAndItsExecutorNeither() {
        loop.close();
        assertThat(loop.isClosed()).isTrue();
        refuses("Event loop is closed",
                () -> loop.runInExecutor(Duration.ofNanos(1), () -> null));
        refuses("Executor shutdown has been called", () -> loop.executor().submit(1, () -> null));
        assertThat(loop.executor().wasUsed()).isFalse();
    }

    @Test
    void aClosedLoopIsNotRunAndMakesNoTaskOfWhatItRefuses() {
        loop.close();
        refuses("Event loop is closed", () -> loop.runUntilComplete(t.future()));
        refuses("Event loop is closed", () -> loop.callSoonThreadsafe(() -> {}));
        assertThat(loop.allTasks()).isEmpty();
    }

    @Test
    void aRunThatIsRefusedMakesNoTask() {
        t.run(script("main").run(() -> {
            int before = loop.allTasks().size();
            refuses("This event loop is already running",
                    () -> loop.runUntilComplete(script("inner")));
            assertThat(loop.allTasks()).hasSize(before);
            SimLoop other = t.simulation().newLoop();
            Future<Object> future = other.createFuture();
            refuses("Cannot run the event loop while another",
                    () -> other.runUntilComplete(future));
            refuses("Cannot run the event loop while another",
                    () -> other.runUntilComplete(script("inner")));
            assertThat(other.allTasks()).isEmpty();
            assertThat(future.removeDoneCallback(done -> {})).isZero();
        }));
    }

    @Test
    void callSoonThreadsafeIsCallSoonAndCanBeTakenBack() {
        loop.callSoon(t.saying("first"));
        Handle second = loop.callSoonThreadsafe(t.saying("second"));
        loop.callSoonThreadsafe(t.saying("third"));
        second.cancel();
        t.run(script("main"));
        assertThat(second.isCancelled()).isTrue();
        assertThat(t.log()).containsExactly("first", "third");
    }

    @Test
    void whileALoopRunsAnotherThreadCanQueueNothing() {
        List<Throwable> raised = new ArrayList<>();
        t.run(script("main").run(() -> onAnotherThread(raised)).sleep(5));
        assertThat(raised).hasSize(3).allSatisfy(error -> assertThat(error)
                .isInstanceOf(RuntimeError.class)
                .hasMessageStartingWith("Non-thread-safe operation"));
        assertThat(t.log()).isEmpty();
    }

    private void onAnotherThread(List<Throwable> raised) {
        Thread other = new Thread(() -> {
            raised.add(catchThrowable(() -> loop.callSoon(t.saying("soon"))));
            raised.add(catchThrowable(() -> loop.callSoonThreadsafe(t.saying("safe"))));
            raised.add(catchThrowable(() -> loop.callLater(1, t.saying("later"))));
        });
        other.start();
        try {
            other.join();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    @Test
    void theLatestLoopIsTheOneThatRunsElseTheOneMadeLast() {
        Simulation simulation = new Simulation();
        assertThat(simulation.latestLoop()).isNull();
        SimLoop first = simulation.newLoop();
        SimLoop second = simulation.newLoop();
        assertThat(simulation.latestLoop()).isSameAs(second);
        first.runUntilComplete(script("main"));
        assertThat(simulation.latestLoop()).isSameAs(first);
    }

    @Test
    void anInvariantIsCheckedAfterEveryStep() {
        t.simulation().afterEachStep(() -> t.say(t.simulation().steps()));
        loop.callSoon(() -> {});
        loop.callSoon(() -> {}).cancel();
        t.run(script("main"));
        assertThat(t.log()).containsExactly("1", "2", "3");
    }

    @Test
    void aTaskThatAClosedLoopRefusesIsNotAmongItsTasks() {
        loop.close();
        refuses("Event loop is closed", () -> loop.createTask(script("late")));
        assertThat(loop.allTasks()).isEmpty();
    }

    @Test
    void aRefusedRunOfADoneFutureDoesNotStopTheLoop() {
        Future<Object> done = t.future();
        done.setResult(1);
        assertThat(t.run(script("main")
                .run(() -> refuses("This event loop is already running",
                        () -> loop.runUntilComplete(done)))
                .sleep(5).giving(loop::nanos))).isEqualTo(5L);
    }
}
