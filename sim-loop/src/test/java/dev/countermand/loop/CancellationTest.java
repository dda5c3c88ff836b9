package dev.countermand.loop;

import static dev.countermand.loop.kit.Script.script;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.countermand.loop.combine.Sleep;
import dev.countermand.loop.error.CancelledError;
import dev.countermand.loop.error.InvalidStateError;
import dev.countermand.loop.kit.Script;
import dev.countermand.loop.kit.Trial;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CancellationTest {
    private final Trial t = Trial.begin();

    private Script onCancelSay(Script body) {
        return script("catching").onCancel(body,
                error -> t.say("cancelled: " + error.getMessage()));
    }

    /** True is a cancel, false an uncancel, on a task that was brought into some state before. */
    @Property(tries = 300, seed = "20261122")
    void cancellingIsTheNumberOfCancelsNotTakenBackAndNeverNegative(
            @ForAll @Size(max = 20) List<Boolean> requests,
            @ForAll @IntRange(max = 3) int pauses,
            @ForAll PythonVersion python) {
        Trial trial = Trial.begin(python);
        Task<Object> task = trial.spawn(script("task").pause(1).await(trial::future));
        trial.run(script("main").pause(pauses).run(() -> {
            int model = 0;
            for (boolean cancel : requests) {
                if (cancel) {
                    assertThat(task.cancel()).isTrue();
                    model++;
                } else {
                    model = Math.max(0, model - 1);
                    assertThat(task.uncancel()).isEqualTo(model);
                }
                assertThat(task.cancelling()).isEqualTo(model);
            }
            task.cancel();
        }));
    }

    @Property(tries = 100, seed = "20261122")
    void cancellingATaskThatIsDoneChangesNothing(
            @ForAll @IntRange(max = 2) int ending, @ForAll @IntRange(max = 4) int cancels) {
        Trial trial = Trial.begin();
        Script body = script("task");
        if (ending == 1) {
            body.raise(new IllegalStateException("x"));
        } else if (ending == 2) {
            body.raise(new CancelledError("own"));
        }
        Task<Object> task = trial.spawn(body.giving(() -> 7));
        trial.run(script("main").pause(2));
        for (int i = 0; i < cancels; i++) {
            assertThat(task.cancel("late")).isFalse();
        }
        assertThat(task.cancelling()).isZero();
        assertThat(task.isCancelled()).isEqualTo(ending == 2);
        assertThat(catchThrowable(task::result)).satisfies(error -> {
            assertThat(error == null).isEqualTo(ending == 0);
            assertThat(error == null ? "" : error.getMessage()).isNotEqualTo("late");
        });
    }

    @Test
    void aTaskThatNeverStartedNeverRunsAndTakesTheLastMessage() {
        Task<Object> task = t.spawn(script("task").run(t.saying("ran")));
        task.cancel("first");
        task.cancel("last");
        t.run(script("main").pause(1).run(() -> t.say(task.isCancelled())));
        assertThat(t.log()).containsExactly("true");
        assertThat(catchThrowable(task::result)).isInstanceOf(CancelledError.class)
                .hasMessage("last");
        assertThat(task.cancelling()).isEqualTo(2);
    }

    @Test
    void twoCancelsBeforeAWaitingTaskWakesAreOneWithTheFirstMessage() {
        Task<Object> task = t.spawn(onCancelSay(script("body").await(t::future))
                .await(() -> new Sleep<>(1, null)).run(t.saying("slept")));
        t.run(script("main").pause(1).run(() -> task.cancel("first"))
                .run(() -> task.cancel("second")).sleep(5));
        assertThat(t.log()).containsExactly("cancelled: first", "slept");
        assertThat(task.cancelling()).isEqualTo(2);
        assertThat(task.isCancelled()).isFalse();
    }

    @Test
    void aCancelThatComesWithTheResultWins() {
        Future<Object> future = t.future();
        Task<Object> task = t.spawn(onCancelSay(script("body").await(() -> future, t::say)));
        t.run(script("main").pause(1).run(() -> future.setResult("result"))
                .run(() -> task.cancel("late")).pause(2));
        assertThat(t.log()).containsExactly("cancelled: late");
    }

    @Test
    void aResultAfterTheCancelIsRefused() {
        Future<Object> future = t.future();
        Task<Object> task = t.spawn(script("task").await(() -> future));
        t.run(script("main").pause(1).run(task::cancel).attempt(
                script("set").run(() -> future.setResult(1)),
                InvalidStateError.class, error -> t.say(error.getMessage())));
        assertThat(t.log()).containsExactly("invalid state");
    }

    @Test
    void anInnerTaskThatSwallowsItKeepsItFromTheOuter() {
        Task<Object> inner = t.spawn(onCancelSay(script("body").await(t::future))
                .giving(() -> "inner"));
        Task<Object> outer = t.spawn(script("outer").await(() -> inner, t::say)
                .giving(() -> "outer"));
        t.run(script("main").pause(2).run(() -> outer.cancel("x")).pause(4));
        assertThat(t.log()).containsExactly("cancelled: x", "inner");
        assertThat(outer.result()).isEqualTo("outer");
        assertThat(outer.cancelling()).isEqualTo(1);
        assertThat(inner.cancelling()).isEqualTo(1);
    }

    private Task<Object> cancellingItself(Script next) {
        Task<?>[] self = new Task<?>[1];
        Task<Object> task = t.spawn(script("self").run(() -> self[0].cancel("own"))
                .await(() -> onCancelSay(next)).run(t.saying("on")));
        self[0] = task;
        t.run(script("main").pause(6));
        return task;
    }

    @Test
    void aTaskThatCancelsItselfIsToldAtItsNextSuspension() {
        Future<Object> pending = t.future();
        cancellingItself(script("body").await(() -> pending));
        assertThat(pending.isCancelled()).isTrue();
        assertThat(t.log()).containsExactly("cancelled: own", "on");
    }

    @Test
    void aTaskThatCancelsItselfAndPausesIsToldInTheNextIteration() {
        cancellingItself(script("body").pause(1).run(t.saying("not reached")));
        assertThat(t.log()).containsExactly("cancelled: own", "on");
    }

    @Test
    void aTaskThatCancelsItselfAndAwaitsSomethingDoneIsNotToldThere() {
        Future<Object> done = t.future();
        done.setResult(1);
        Task<Object> task = cancellingItself(script("body").await(() -> done));
        assertThat(t.log()).containsExactly("on");
        assertThat(task.isCancelled()).as("cancelled in its last step").isTrue();
        assertThat(catchThrowable(task::result)).hasMessage("own");
    }

    @Test
    void aTaskThatIsAwaitedByOneThatCancelledItselfNeverRuns() {
        cancellingItself(script("body").await(() -> t.spawn(script("child").run(t.saying("ran")))));
        assertThat(t.log()).containsExactly("cancelled: own", "on");
    }

    @ParameterizedTest
    @EnumSource
    void uncancelToZeroDropsAPendingCancelSince313(PythonVersion python) {
        Trial trial = Trial.begin(python);
        Task<?>[] self = new Task<?>[1];
        Task<Object> task = trial.spawn(script("self")
                .run(() -> self[0].cancel()).run(() -> self[0].uncancel()).pause(1));
        self[0] = task;
        trial.run(script("main").pause(4));
        boolean dropped = python.compareTo(PythonVersion.PYTHON_3_13) >= 0;
        assertThat(task.isCancelled()).isEqualTo(!dropped);
        assertThat(task.cancelling()).isZero();
    }

    @Test
    void uncancelNeverUndoesAFutureThatIsCancelledAlready() {
        Task<Object> task = t.spawn(script("task").await(t::future));
        t.run(script("main").pause(1).run(task::cancel).run(task::uncancel).pause(2));
        assertThat(task.isCancelled()).isTrue();
        assertThat(task.cancelling()).isZero();
    }

    @Test
    void anErrorRaisedInsteadOfTheCancellationWins() {
        IllegalStateException error = new IllegalStateException("instead");
        Task<Object> task = t.spawn(script("task").onCancel(
                script("body").await(t::future), cancelled -> {
                    throw error;
                }));
        t.run(script("main").pause(1).run(task::cancel).pause(2));
        assertThat(task.exception()).isSameAs(error);
        assertThat(task.cancelling()).isEqualTo(1);
    }

    @Test
    void theErrorThatTheCoroutineRaisedIsGivenOnceThenOneWithoutItsMessage() {
        CancelledError raised = new CancelledError("own");
        Task<Object> task = t.spawn(script("task").raise(raised));
        t.run(script("main").pause(2));
        assertThat(task.isCancelled()).isTrue();
        assertThat(catchThrowable(task::result)).isSameAs(raised);
        assertThat(catchThrowable(task::result)).isInstanceOf(CancelledError.class)
                .isNotSameAs(raised).hasMessage(null);
    }

    @Test
    void aTaskRefusesToBeSetFromOutside() {
        Task<Object> task = t.spawn(script("task"));
        assertThat(catchThrowable(() -> task.setResult(1)))
                .hasMessage("Task does not support set_result operation");
        assertThat(catchThrowable(() -> task.setException(new Exception())))
                .hasMessage("Task does not support set_exception operation");
    }

    @Test
    void aTaskCannotAwaitItself() {
        Task<?>[] self = new Task<?>[1];
        Task<Object> task = t.spawn(script("task").await(() -> self[0]));
        self[0] = task;
        t.run(script("main").pause(4));
        assertThat(task.exception()).hasMessageStartingWith("Task cannot await on itself: ");
    }
}
