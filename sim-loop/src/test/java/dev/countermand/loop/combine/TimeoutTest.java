package dev.countermand.loop.combine;

import static dev.countermand.loop.kit.Script.script;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.countermand.loop.PythonVersion;
import dev.countermand.loop.Task;
import dev.countermand.loop.TaskOptions;
import dev.countermand.loop.error.CancelledError;
import dev.countermand.loop.error.ExceptionGroup;
import dev.countermand.loop.error.RuntimeError;
import dev.countermand.loop.error.TimeoutError;
import dev.countermand.loop.kit.Leftovers;
import dev.countermand.loop.kit.Trial;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TimeoutTest {
    private final Trial t = Trial.begin();
    private final Timeout five = new Timeout(5L);

    @Property(tries = 100, seed = "20261122")
    void itExpiresExactlyIfTheBodyIsNotFasterAndTakesItsCancelBack(
            @ForAll @IntRange(max = 6) int limit, @ForAll @IntRange(min = 1, max = 6) int work,
            @ForAll @IntRange(max = 3) int requestsBefore) {
        Trial trial = Trial.begin();
        Task<?>[] main = new Task<?>[1];
        Timeout[] timeout = new Timeout[1];
        trial.run(script("main")
                .run(() -> main[0] = trial.loop().currentTask())
                .run(() -> {
                    for (int i = 0; i < requestsBefore; i++) {
                        main[0].cancel();
                    }
                })
                .onCancel(script("honoured").pause(1), error -> {})
                .attempt(
                        script("with").timeout(() -> timeout[0] = trial.timeoutIn(limit),
                                script("work").sleep(work)),
                        TimeoutError.class, error -> trial.say("timeout")));
        // At equal times CPython's heap lets the timeout, which was there first, go first.
        boolean late = limit <= work;
        assertThat(timeout[0].expired()).isEqualTo(late);
        assertThat(trial.log()).hasSize(late ? 1 : 0);
        assertThat(main[0].cancelling()).isEqualTo(requestsBefore);
    }

    @Test
    void theTimeoutErrorIsCausedByTheCancellation() {
        Throwable error = t.failure(script("main").timeout(() -> five,
                script("body").await(t::future)));
        assertThat(error).isInstanceOf(TimeoutError.class)
                .hasCauseInstanceOf(CancelledError.class).hasMessage(null);
        assertThat(t.loop().nanos()).isEqualTo(5);
    }

    @Test
    void ofTwoWithTheSameDeadlineTheOuterOneConverts() {
        Timeout outer = new Timeout(5L);
        Timeout inner = new Timeout(5L);
        assertThat(t.failure(script("main").timeout(() -> outer, script("middle").onCancel(
                script("in").timeout(() -> inner, script("body").await(t::future)),
                error -> {
                    t.say("inner gave CancelledError");
                    throw error;
                })))).isInstanceOf(TimeoutError.class);
        assertThat(t.log()).containsExactly("inner gave CancelledError");
        assertThat(inner.expired()).isTrue();
        assertThat(outer.expired()).isTrue();
    }

    @Test
    void anEarlierCancelFromOutsideStaysACancellation() {
        Task<Object> task = t.spawn(script("task").timeout(() -> five,
                script("body").onCancel(script("wait").await(t::future), error -> {
                    t.loop().clock().advanceTo(5);
                    throw error;
                })));
        t.run(script("main").sleep(1).run(task::cancel).sleep(9));
        assertThat(task.isCancelled()).isTrue();
        assertThat(task.cancelling()).isEqualTo(1);
    }

    @Test
    void aCancelFromOutsideThatComesWithTheDeadlineWins() {
        Task<Object> task = t.spawn(script("task").timeout(() -> five,
                script("body").await(t::future)));
        t.run(script("main").run(() -> t.loop().callLater(5, task::cancel)).sleep(9));
        assertThat(task.isCancelled()).isTrue();
        assertThat(five.expired()).isTrue();
        assertThat(task.cancelling()).isEqualTo(1);
    }

    @Test
    void aBodyThatSwallowsItLeavesNoErrorAndNoRequest() {
        Task<?>[] main = new Task<?>[1];
        t.run(script("main").run(() -> main[0] = t.loop().currentTask())
                .timeout(() -> five, script("body").onCancel(
                        script("wait").await(t::future), error -> {})));
        assertThat(five.expired()).isTrue();
        assertThat(main[0].cancelling()).isZero();
    }

    @Test
    void anotherErrorOfTheBodyGoesOn() {
        IllegalStateException error = new IllegalStateException("x");
        assertThat(t.failure(script("main").timeout(() -> five, script("body").onCancel(
                script("wait").await(t::future), cancelled -> {
                    throw error;
                })))).isSameAs(error);
    }

    @Test
    void itRefusesToBeUsedOutOfTurn() {
        assertThat(catchThrowable(() -> five.reschedule(9L)))
                .isInstanceOf(RuntimeError.class).hasMessage("Timeout has not been entered");
        t.run(script("main").timeout(() -> five, script("body").run(() ->
                assertThat(catchThrowable(five::enter))
                        .isInstanceOf(RuntimeError.class)
                        .hasMessage("Timeout has already been entered"))));
        assertThat(catchThrowable(() -> five.reschedule(9L)))
                .hasMessage("Cannot change state of finished Timeout");
        assertThat(five.expired()).isFalse();
    }

    @Test
    void onceTheDeadlineHasPassedItCannotBeMoved() {
        assertThat(t.failure(script("main").timeout(() -> five, script("body").onCancel(
                script("wait").await(t::future), error -> {
                    t.say(catchThrowable(() -> five.reschedule(9L)).getMessage());
                    throw error;
                })))).isInstanceOf(TimeoutError.class);
        assertThat(t.log()).containsExactly("Cannot change state of expiring Timeout");
        assertThat(catchThrowable(() -> five.reschedule(9L)))
                .hasMessage("Cannot change state of expired Timeout");
    }

    @Test
    void outsideATaskItCannotBeEntered() {
        t.loop().callSoon(() -> t.say(catchThrowable(five::enter).getMessage()));
        t.run(script("main"));
        assertThat(t.log()).containsExactly("Timeout should be used inside a task");
    }

    @Test
    void aMovedDeadlineIsTheOneThatCounts() {
        Timeout open = new Timeout(null);
        assertThat(t.failure(script("main").timeout(() -> open, script("body")
                .run(() -> open.reschedule(3L))
                .run(() -> open.reschedule(null))
                .sleep(6)
                .run(() -> open.reschedule(8L))
                .await(t::future)))).isInstanceOf(TimeoutError.class);
        assertThat(t.loop().nanos()).isEqualTo(8);
        assertThat(open.deadlineNanos()).isEqualTo(8);
    }

    private void sayHowItWent(Timeout... timeouts) {
        for (Timeout timeout : timeouts) {
            t.say("expired " + timeout.expired());
        }
        t.say("requests " + t.loop().currentTask().cancelling() + " at " + t.loop().nanos());
    }

    @Test
    void whereTheLoopWasBusyPastBothDeadlinesTheOuterOneConverts() {
        Timeout inner = new Timeout(5L);
        Timeout outer = new Timeout(2L);
        t.run(script("main")
                .attempt(script("out").timeout(() -> outer, script("middle").onCancel(
                        script("in").timeout(() -> inner, script("body")
                                .run(() -> t.loop().clock().advanceTo(6)).sleep(1)),
                        error -> {
                            t.say("cancelled");
                            throw error;
                        })), TimeoutError.class, error -> t.say("timeout"))
                .run(() -> sayHowItWent(outer, inner)));
        assertThat(t.log()).containsExactly(
                "cancelled", "timeout", "expired true", "expired true", "requests 0 at 6");
    }

    @Test
    void whoSwallowsTheCancelOfTwoDeadlinesGetsNoTimeoutFromEither() {
        Timeout inner = new Timeout(2L);
        t.run(script("main")
                .timeout(() -> five, script("middle")
                        .onCancel(script("in").timeout(() -> inner, script("body")
                                .run(() -> t.loop().clock().advanceTo(5)).sleep(1)), error -> {})
                        .sleep(9))
                .run(() -> sayHowItWent(five, inner)));
        assertThat(t.log())
                .containsExactly("expired true", "expired true", "requests 0 at 14");
    }

    @Test
    void anErrorBeforeTheDeadlineLeavesNoTimerBehind() {
        IllegalStateException error = new IllegalStateException("x");
        assertThat(Leftovers.idleAfter(t, script("main").attempt(
                script("with").timeout(() -> five, script("body").raise(error)),
                IllegalStateException.class, e -> t.say(five.expired())))).isZero();
        assertThat(t.log()).containsExactly("false");
        assertThat(five.deadlineNanos()).isEqualTo(5);
    }

    @Test
    void withoutADeadlineItDoesNothing() {
        Timeout open = new Timeout(null);
        t.run(script("main").timeout(() -> open, script("body").sleep(1)));
        assertThat(open.expired()).isFalse();
        assertThat(open.deadlineNanos()).isNull();
    }

    @Test
    void aCancelInTimeIsACancellation() {
        assertThat(Leftovers.idleAfter(t, script("main").onCancel(
                script("with").timeout(() -> five, script("body")
                        .run(() -> t.loop().currentTask().cancel()).sleep(9)),
                error -> sayHowItWent(five)))).isZero();
        assertThat(t.log()).containsExactly("expired false", "requests 1 at 0");
    }

    @Test
    void aTaskCancelledOnceCanBeCancelledAgainInATimeout() {
        t.run(script("main").run(() -> t.loop().currentTask().cancel())
                .onCancel(script("work").sleep(1), error -> {})
                .onCancel(script("with").timeout(() -> five, script("body")
                        .run(() -> t.loop().currentTask().cancel()).sleep(9)),
                        error -> sayHowItWent(five)));
        assertThat(t.log()).containsExactly("expired false", "requests 2 at 0");
    }

    @Test
    void theCleanUpOfOneThatExpiredMayHaveATimeoutOfItsOwn() {
        t.run(script("main")
                .attempt(script("out").timeout(() -> five, script("body")
                        .onCancel(script("wait").await(t::future), error -> {},
                                script("clean up").attempt(
                                        script("in").timeout(() -> t.timeoutIn(3),
                                                script("slow").await(t::future)),
                                        TimeoutError.class, e -> t.say("in " + t.loop().nanos()))
                                        .raise(new CancelledError()))),
                        TimeoutError.class, error -> t.say("out"))
                .run(() -> sayHowItWent(five)));
        assertThat(t.log()).containsExactly("in 8", "out", "expired true", "requests 0 at 8");
    }

    @Test
    void anErrorThatItsCancelBringsAboutInAGroupIsRaisedAsAGroup() {
        TaskGroup group = new TaskGroup();
        t.run(script("main").attempt(
                script("with").timeout(() -> five, script("body").group(group, script("block")
                        .run(() -> group.createTask(script("child").onCancel(
                                script("wait").await(t::future), error -> {
                                    throw new IllegalStateException("child");
                                }), TaskOptions.DEFAULT))
                        .sleep(9))),
                ExceptionGroup.class, error -> {
                    t.say(error.errors());
                    sayHowItWent(five);
                }));
        assertThat(t.log()).containsExactly("[java.lang.IllegalStateException: child]",
                "expired true", "requests 0 at 5");
    }

    private static final class OwnCancelledError extends CancelledError {}

    @ParameterizedTest
    @EnumSource
    void aSubclassOfCancelledErrorBecomesATimeoutErrorSince313(PythonVersion python) {
        Trial trial = Trial.begin(python);
        CancelledError own = new OwnCancelledError();
        Throwable raised = trial.failure(script("main").timeout(() -> trial.timeoutIn(5),
                script("body").onCancel(script("wait").await(trial::future), error -> {
                    throw own;
                })));
        if (python.compareTo(PythonVersion.PYTHON_3_13) >= 0) {
            assertThat(raised).isInstanceOf(TimeoutError.class).hasCause(own);
        } else {
            assertThat(raised).isSameAs(own);
        }
    }

    @Test
    void itsTextNamesItsState() {
        t.say(five);
        t.failure(script("main").timeout(() -> five, script("body").run(() -> t.say(five))
                .onCancel(script("wait").await(t::future), error -> {
                    t.say(five);
                    throw error;
                })));
        t.say(five);
        Timeout open = new Timeout(null);
        t.run(script("main").timeout(() -> open, script("body")));
        t.say(open);
        assertThat(t.log()).containsExactly("<Timeout [created]>", "<Timeout [active]>",
                "<Timeout [expiring]>", "<Timeout [expired]>", "<Timeout [finished]>");
    }

    @Test
    void aTimeoutThatIsOverCannotBeEnteredAgain() {
        t.run(script("main").timeout(() -> five, script("body")));
        assertThat(catchThrowable(five::enter)).isInstanceOf(RuntimeError.class)
                .hasMessage("Timeout has already been entered");
    }
}
