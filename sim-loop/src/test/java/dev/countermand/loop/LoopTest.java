package dev.countermand.loop;

import static dev.countermand.loop.kit.Script.script;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.countermand.loop.error.Deadlock;
import dev.countermand.loop.error.KeyboardInterrupt;
import dev.countermand.loop.error.Livelock;
import dev.countermand.loop.error.RuntimeError;
import dev.countermand.loop.error.SystemExit;
import dev.countermand.loop.kit.Trial;
import dev.countermand.loop.sync.Lock;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class LoopTest {
    private final Trial t = Trial.begin();
    private final SimLoop loop = t.loop();

    private static void refuses(String text, Runnable call) {
        assertThatExceptionOfType(RuntimeError.class).isThrownBy(call::run).withMessage(text);
    }

    @Property(tries = 200, seed = "20261122")
    void readyHandlesRunFirstInFirstOutAndCancelledOnesAreSkipped(
            @ForAll @Size(max = 40) List<Boolean> cancelled) {
        Trial trial = Trial.begin();
        List<Integer> expected = new ArrayList<>();
        List<Integer> ran = new ArrayList<>();
        for (int i = 0; i < cancelled.size(); i++) {
            int number = i;
            Handle handle = trial.loop().callSoon(() -> ran.add(number));
            if (cancelled.get(i)) {
                handle.cancel();
            } else {
                expected.add(i);
            }
        }
        trial.loop().callSoon(trial.loop()::stop);
        trial.loop().runForever();
        assertThat(ran).isEqualTo(expected);
        assertThat(trial.loop().iterations()).isEqualTo(1);
    }

    /** Each callback adds as many as its number says; who is added in iteration k runs in k + 1. */
    @Property(tries = 200, seed = "20261122")
    void handlesAddedDuringAnIterationRunInTheNext(
            @ForAll @Size(min = 1, max = 30) List<@IntRange(max = 3) Integer> children) {
        Trial trial = Trial.begin();
        List<Long> iterations = new ArrayList<>();
        List<Long> expected = new ArrayList<>();
        grow(trial, children, new int[] {0}, 1, iterations, expected);
        trial.run(script("main").sleep(1));
        assertThat(iterations).isEqualTo(expected);
        assertThat(iterations).isSorted();
    }

    private static void grow(
            Trial trial, List<Integer> children, int[] next, long due,
            List<Long> iterations, List<Long> expected) {
        if (next[0] >= children.size()) {
            return;
        }
        int own = children.get(next[0]++);
        trial.loop().callSoon(() -> {
            iterations.add(trial.loop().iterations());
            expected.add(due);
            for (int i = 0; i < own; i++) {
                grow(trial, children, next, due + 1, iterations, expected);
            }
        });
    }

    @Test
    void aCallbackMayTakeBackOneBehindItInTheSameIteration() {
        Handle[] second = new Handle[1];
        loop.callSoon(() -> second[0].cancel());
        second[0] = loop.callSoon(t.saying("second"));
        loop.callSoon(t.saying("third"));
        t.run(script("main"));
        assertThat(t.log()).containsExactly("third");
    }

    @Test
    void stopLetsTheIterationEndAndKeepsWhatItAdded() {
        loop.callSoon(() -> {
            loop.stop();
            loop.callSoon(t.saying("added"));
        });
        loop.callSoon(t.saying("same iteration"));
        loop.runForever();
        assertThat(t.log()).containsExactly("same iteration");
        loop.callSoon(loop::stop);
        loop.runForever();
        assertThat(t.log()).containsExactly("same iteration", "added");
    }

    @Test
    void stopBeforeTheRunMakesOneIterationThatDoesNotWait() {
        loop.callLater(5, t.saying("timer"));
        loop.stop();
        loop.runForever();
        assertThat(loop.nanos()).isZero();
        assertThat(loop.iterations()).isEqualTo(1);
        assertThat(t.log()).isEmpty();
    }

    @Test
    void aLoopThatIsStoppedBeforeItsFutureIsDoneSaysSo() {
        loop.callSoon(loop::stop);
        refuses("Event loop stopped before Future completed.",
                () -> loop.runUntilComplete(t.future()));
    }

    @Test
    void aRunningLoopCanNeitherBeRunNorClosedAgain() {
        Simulation other = new Simulation();
        t.run(script("main").run(() -> {
            refuses("This event loop is already running", loop::runForever);
            refuses("This event loop is already running",
                    () -> loop.runUntilComplete(t.future()));
            refuses("Cannot run the event loop while another loop is running",
                    other.newLoop()::runForever);
            refuses("Cannot close a running event loop", loop::close);
        }));
        assertThat(loop.isRunning()).isFalse();
        assertThat(SimLoop.runningOrNull()).isNull();
    }

    @Test
    void aClosedLoopTakesNothing() {
        loop.close();
        loop.close();
        refuses("Event loop is closed", () -> loop.callSoon(() -> {}));
        refuses("Event loop is closed", () -> loop.callLater(1, () -> {}));
        refuses("Event loop is closed", () -> loop.createTask(script("x")));
        refuses("Event loop is closed", loop::runForever);
        refuses("Event loop is closed", () -> t.run(script("x")));
    }

    @Test
    void withoutARunningLoopThereIsNone() {
        refuses("no running event loop", SimLoop::running);
    }

    @Test
    void anErrorInACallbackGoesToTheHandlerAndTheLoopGoesOn() {
        IllegalStateException error = new IllegalStateException("x");
        loop.callSoon(() -> {
            throw error;
        });
        loop.callSoon(t.saying("next"));
        t.run(script("main"));
        assertThat(t.log()).containsExactly("next");
        assertThat(t.reports()).singleElement().satisfies(report -> {
            assertThat(report.message()).startsWith("Exception in callback ");
            assertThat(report.exception()).isSameAs(error);
            assertThat(report.subject()).isInstanceOf(Handle.class);
        });
    }

    @Test
    void interruptsAndExitsLeaveAtOnceAndTheRestRunsFirstInTheNextRun() {
        for (Error leaving : List.of(new KeyboardInterrupt(), new SystemExit())) {
            Trial trial = Trial.begin();
            trial.loop().callSoon(() -> {
                trial.loop().callSoon(trial.saying("added"));
                throw leaving;
            });
            trial.loop().callSoon(trial.saying("rest"));
            assertThat(catchThrowable(trial.loop()::runForever)).isSameAs(leaving);
            assertThat(trial.log()).isEmpty();
            trial.loop().callSoon(trial.loop()::stop);
            trial.loop().runForever();
            assertThat(trial.log()).containsExactly("rest", "added");
            assertThat(trial.reports()).isEmpty();
        }
    }

    @Test
    void anExitOfATaskIsKeptByTheTaskAndLeavesTheLoop() {
        SystemExit exit = new SystemExit("3");
        Task<Object> child = t.spawn(script("child").raise(exit));
        Task<Object> main = t.spawn(script("main").pause(5));
        assertThat(catchThrowable(() -> loop.runUntilComplete(main))).isSameAs(exit);
        assertThat(child.exception()).isSameAs(exit);
        assertThat(main.isDone()).isFalse();
    }

    @Test
    void aDeadlockIsFoundAtOnceAndNamesWhoWaitsForWhat() {
        Lock lock = new Lock("door");
        t.spawnNamed(script("owner").await(lock::acquire).sleep(5).await(t::future));
        t.spawnNamed(script("waiter").await(lock::acquire));
        Deadlock deadlock = (Deadlock) t.failure(script("main").await(lock::acquire));
        assertThat(loop.nanos()).isEqualTo(5);
        assertThat(deadlock.waiting()).extracting(Deadlock.Waiting::task)
                .containsExactly("owner", "waiter", "Task-1");
        assertThat(deadlock.waiting()).extracting(Deadlock.Waiting::on)
                .containsExactly("a future",
                        "Lock \"door\" held by owner", "Lock \"door\" held by owner");
        assertThat(deadlock.waiting()).extracting(Deadlock.Waiting::where)
                .containsExactly("owner:2", "waiter:0", "main:0");
    }

    @Test
    void aProgramThatCatchesEverythingCannotCatchADeadlock() {
        assertThat(t.failure(script("main").attempt(
                script("body").await(t::future), Throwable.class, e -> t.say("caught"))))
                .isInstanceOf(Deadlock.class);
        assertThat(t.log()).isEmpty();
    }

    @Property(tries = 50, seed = "20261122")
    void aLivelockIsFoundBeforeTheStepThatExceedsTheLimit(
            @ForAll @IntRange(min = 1, max = 500) int limit) {
        Trial trial = Trial.begin(limit);
        int[] steps = {0};
        Runnable[] again = new Runnable[1];
        again[0] = () -> {
            steps[0]++;
            trial.loop().callSoon(again[0]);
        };
        trial.loop().callSoon(again[0]);
        Livelock livelock = (Livelock) catchThrowable(trial.loop()::runForever);
        assertThat(steps[0]).isEqualTo(limit);
        assertThat(livelock.limit()).isEqualTo(limit);
        assertThat(livelock.busiest()).isEqualTo("callback");
        assertThat(trial.simulation().steps()).isEqualTo(limit);
    }

    @Test
    void theStepsOfAllLoopsOfASimulationCountTogether() {
        Trial trial = Trial.begin(10L);
        SimLoop second = trial.simulation().newLoop();
        trial.run(script("main").pause(5));
        assertThat(trial.simulation().steps()).isEqualTo(7);
        assertThat(catchThrowable(() -> second.runUntilComplete(script("x").pause(5))))
                .isInstanceOf(Livelock.class);
    }
}
