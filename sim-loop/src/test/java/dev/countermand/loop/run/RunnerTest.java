package dev.countermand.loop.run;

import static dev.countermand.loop.kit.Script.script;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.countermand.loop.Context;
import dev.countermand.loop.ContextVar;
import dev.countermand.loop.Future;
import dev.countermand.loop.Simulation;
import dev.countermand.loop.Task;
import dev.countermand.loop.error.CancelledError;
import dev.countermand.loop.error.Deadlock;
import dev.countermand.loop.error.KeyboardInterrupt;
import dev.countermand.loop.error.RuntimeError;
import dev.countermand.loop.error.SystemExit;
import dev.countermand.loop.kit.Picks;
import dev.countermand.loop.kit.Script;
import dev.countermand.loop.kit.Trial;
import dev.countermand.loop.schedule.ChoiceKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RunnerTest {
    private final Trial t = Trial.begin();
    private final Runner runner = runner(t);

    private static Runner runner(Trial trial) {
        return new Runner(trial.simulation(), trial::loop, null);
    }

    private static Script sayingWhenCancelled(Trial trial, String name) {
        return script(name).onCancel(script("body").await(trial::future), error -> {
            trial.say(name);
            throw error;
        });
    }

    /** Runs a main that leaves three tasks behind, and closes. */
    private static List<String> closeThree(Trial trial) {
        Runner own = runner(trial);
        own.run(script("main").run(() -> {
            for (String name : List.of("a", "b", "c")) {
                trial.spawnNamed(sayingWhenCancelled(trial, name));
            }
        }).pause(1));
        own.close();
        return trial.log();
    }

    @Test
    void closeCancelsInOrderOfCreation() {
        assertThat(closeThree(t)).containsExactly("a", "b", "c");
    }

    @Test
    void closeCancelsInEveryOrderWithOtherChoices() {
        Set<List<String>> orders = new LinkedHashSet<>();
        for (int first = 0; first < 3; first++) {
            for (int second = 0; second < 2; second++) {
                orders.add(List.copyOf(closeThree(
                        Trial.begin(new Picks(ChoiceKind.CLOSE_ORDER, first, second)))));
            }
        }
        assertThat(orders).hasSize(6);
    }

    /** Each leftover task makes a child when it is cancelled; the child is in nobody's snapshot. */
    @Property(tries = 50, seed = "20261122")
    void closeLeavesNoTaskPendingButThoseMadeDuringItsRound(
            @ForAll @IntRange(max = 6) int leftover, @ForAll @IntRange(max = 6) int making) {
        Trial trial = Trial.begin();
        List<Task<Object>> old = new ArrayList<>();
        List<Task<Object>> made = new ArrayList<>();
        Runner own = runner(trial);
        own.run(script("main").run(() -> {
            for (int i = 0; i < leftover; i++) {
                boolean makes = i < making;
                old.add(trial.spawn(script("old").onCancel(
                        script("body").await(trial::future), error -> {
                            if (makes) {
                                made.add(trial.spawn(script("new").await(trial::future)));
                            }
                        })));
            }
        }).pause(1));
        own.close();
        assertThat(old).hasSize(leftover).allMatch(Future::isDone);
        assertThat(made).hasSize(Math.min(leftover, making)).noneMatch(Future::isDone);
        assertThat(trial.loop().isClosed()).isTrue();
        assertThat(trial.loop().allTasks()).isEqualTo(made);
    }

    @Test
    void errorsOfLeftoverTasksGoToTheHandler() {
        IllegalStateException error = new IllegalStateException("late");
        runner.run(script("main").run(() -> t.spawn(script("child").onCancel(
                script("body").await(t::future), cancelled -> {
                    throw error;
                }))).pause(1));
        runner.close();
        assertThat(t.reports()).singleElement().satisfies(report -> {
            assertThat(report.message())
                    .isEqualTo("unhandled exception during asyncio.run() shutdown");
            assertThat(report.exception()).isSameAs(error);
            assertThat(report.subject()).isInstanceOf(Task.class);
        });
    }

    @Test
    void aTaskThatRefusesToEndBlocksCloseWhichStillClosesTheLoop() {
        runner.run(script("main").run(() -> t.spawn(script("stubborn").onCancel(
                script("body").await(t::future), e -> {}, script("more").await(t::future))))
                .pause(1));
        assertThat(catchThrowable(runner::close)).isInstanceOf(Deadlock.class);
        assertThat(t.loop().isClosed()).isTrue();
        assertThatExceptionOfType(RuntimeError.class).isThrownBy(runner::enter)
                .withMessage("Runner is closed");
    }

    @Test
    void aLoopThatTheProgramClosedMakesCloseFailAndBeDone() {
        runner.enter();
        t.loop().close();
        assertThatExceptionOfType(RuntimeError.class).isThrownBy(runner::close)
                .withMessage("Event loop is closed");
        runner.close();
    }

    @Test
    void aFactoryThatFailsLeavesTheRunnerAsItWas() {
        int[] calls = {0};
        Runner failing = new Runner(t.simulation(), () -> {
            if (calls[0]++ == 0) {
                throw new IllegalStateException("no loop");
            }
            return t.loop();
        }, true);
        assertThat(catchThrowable(failing::enter)).hasMessage("no loop");
        failing.close();
        assertThat(failing.getLoop()).isSameAs(t.loop());
        assertThat(t.loop().debugMode().isOn()).isTrue();
        assertThat(failing.getLoop()).isSameAs(t.loop());
        assertThat(calls[0]).isEqualTo(2);
    }

    @Test
    void debugModeIsSetOnlyIfAskedFor() {
        t.loop().debugMode().set(true);
        assertThat(runner.getLoop().debugMode().isOn()).isTrue();
        new Runner(t.simulation(), t::loop, false).enter();
        assertThat(t.loop().debugMode().isOn()).isFalse();
    }

    @Test
    void aResultIsNeverMadeIntoText() {
        Object result = new Object() {
            @Override
            public String toString() {
                throw new AssertionError("made into text");
            }
        };
        assertThat(Runner.run(runner, script("main").giving(() -> result)) == result).isTrue();
    }

    @Test
    void allRunsShareTheRunnersContextUnlessTheyHaveTheirOwn() {
        ContextVar<String> variable = new ContextVar<>("variable");
        Runnable show = () -> t.say(variable.get(t.loop().currentContext())
                .map(ContextVar.Value::value).orElse("unset"));
        Context outside = t.loop().currentContext();
        runner.run(script("first").run(() -> variable.set(t.loop().currentContext(), "first")));
        runner.run(script("second").run(show));
        Context own = new Context();
        runner.run(script("third").run(show)
                .run(() -> variable.set(t.loop().currentContext(), "third")), own);
        runner.run(script("fourth").run(show));
        assertThat(t.log()).containsExactly("first", "unset", "first");
        assertThat(variable.get(own).orElseThrow().value()).isEqualTo("third");
        assertThat(variable.get(outside)).isEmpty();
    }

    @Test
    void aFutureCanBeRun() {
        Future<Object> future = t.future();
        t.loop().callLater(5, () -> future.setResult("done"));
        assertThat(runner.run(future)).isEqualTo("done");
    }

    @Test
    void anotherCancelBesideTheInterruptLeavesACancelledError() {
        Task<?>[] main = new Task<?>[1];
        Script program = script("main").run(() -> main[0] = t.loop().currentTask())
                .await(t::future);
        t.loop().callLater(1, () -> main[0].cancel("other"));
        t.loop().callLater(1, t.simulation().signals()::interrupt);
        assertThat(catchThrowable(() -> runner.run(program))).isInstanceOf(CancelledError.class);
        assertThat(main[0].cancelling()).isEqualTo(1);
    }

    @Test
    void anInterruptWithAHandlerOfTheProgramsOwnIsNotTheRunners() {
        t.simulation().signals().install(t.saying("own"));
        t.loop().callLater(1, t.simulation().signals()::interrupt);
        assertThat(runner.run(script("main").sleep(5).giving(() -> "value"))).isEqualTo("value");
        assertThat(t.log()).containsExactly("own");
        assertThat(t.simulation().signals().handler()).isNotNull();
    }

    @Test
    void aHandlerThatTheProgramInstallsMeanwhileStays() {
        Runnable own = t.saying("own");
        runner.run(script("main").run(() -> t.simulation().signals().install(own)));
        assertThat(t.simulation().signals().handler()).isSameAs(own);
    }

    @Test
    void anInterruptOutsideARunIsPythonsDefault() {
        assertThat(catchThrowable(t.simulation().signals()::interrupt))
                .isInstanceOf(KeyboardInterrupt.class);
    }

    @Test
    void anInterruptArrivesAtItsTimeInSelect() {
        t.simulation().signals().interruptAt(7);
        t.loop().callLater(7, t.saying("timer"));
        assertThat(catchThrowable(() -> runner.run(script("main").onCancel(
                script("body").await(t::future), error -> {
                    t.say("cancelled at " + t.loop().nanos());
                    throw error;
                })))).isInstanceOf(KeyboardInterrupt.class);
        assertThat(t.log()).containsExactly("cancelled at 7", "timer");
    }

    @Test
    void anExitOfAChildEndsTheRunAndMainIsCancelledInClose() {
        SystemExit exit = new SystemExit("1");
        assertThat(catchThrowable(() -> runner.run(sayingWhenCancelledBeside(exit))))
                .isSameAs(exit);
        assertThat(t.log()).isEmpty();
        runner.close();
        assertThat(t.log()).containsExactly("main");
    }

    private Script sayingWhenCancelledBeside(SystemExit exit) {
        return script("main").run(() -> t.spawn(script("child").raise(exit)))
                .await(() -> sayingWhenCancelled(t, "main"));
    }

    @Test
    void closeWaitsForExecutorJobsAndRefusesNewOnes() {
        runner.run(script("main").run(() ->
                t.loop().runInExecutor(Duration.ofNanos(50), () -> {
                    t.say("job at " + t.loop().nanos());
                    return null;
                })));
        runner.close();
        assertThat(t.log()).containsExactly("job at 50");
        assertThat(t.loop().nanos()).isEqualTo(50);
    }

    @Test
    void closeWaitsForAJobOnlySoLong() {
        long hour = Duration.ofHours(1).toNanos();
        runner.run(script("main").run(() ->
                t.loop().runInExecutor(Duration.ofNanos(hour), () -> null)));
        runner.close();
        assertThat(t.loop().nanos()).isEqualTo(Duration.ofSeconds(300).toNanos());
        assertThat(t.loop().isClosed()).isTrue();
    }

    @Test
    void asyncioRunClosesAlsoWhenTheProgramFails() {
        assertThat(catchThrowable(() -> Runner.run(runner, script("main")
                .run(() -> t.spawn(sayingWhenCancelled(t, "child"))).pause(1)
                .raise(new IllegalStateException("x"))))).hasMessage("x");
        assertThat(t.log()).containsExactly("child");
        assertThat(t.loop().isClosed()).isTrue();
        assertThat(Runner.run(new Simulation(), script("main").giving(() -> 5))).isEqualTo(5);
    }

    @Test
    void theErrorThatIsHandledWhileTheRunnerClosesIsTold() {
        IllegalStateException error = new IllegalStateException("x");
        List<Object> told = new ArrayList<>();
        Script main = script("main").run(() -> t.spawn(script("child").onCancel(
                        script("body").await(t::future), cancelled -> told.add("closing"))))
                .pause(1).raise(error);
        assertThat(catchThrowable(() -> Runner.run(runner, main,
                handled -> told.add(handled == null ? "closed" : handled)))).isSameAs(error);
        assertThat(told).containsExactly(error, "closing", "closed");
    }

    @Test
    void aProgramThatReturnsIsClosedToo() {
        assertThat(Runner.run(runner, script("main")
                .run(() -> t.spawn(sayingWhenCancelled(t, "child"))).pause(1)
                .giving(() -> "value"))).isEqualTo("value");
        assertThat(t.log()).containsExactly("child");
        assertThat(t.loop().isClosed()).isTrue();
    }

    @Test
    void enteringGivesTheRunnerItself() {
        assertThat(runner.enter()).isSameAs(runner);
    }

    @Test
    void theTaskThatAwaitsAFutureForTheRunnerIsNamedAsInCPython() {
        Future<Object> future = t.future();
        t.loop().callLater(1, () -> t.say(t.loop().allTasks().get(0).coroutine().name()));
        t.loop().callLater(2, () -> future.setResult(1));
        runner.run(future);
        assertThat(t.log()).containsExactly("_wrap_awaitable");
    }
}
