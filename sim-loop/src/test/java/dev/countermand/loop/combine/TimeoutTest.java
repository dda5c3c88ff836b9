package dev.countermand.loop.combine;

import static dev.countermand.loop.kit.Script.script;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.countermand.loop.Task;
import dev.countermand.loop.error.CancelledError;
import dev.countermand.loop.error.RuntimeError;
import dev.countermand.loop.error.TimeoutError;
import dev.countermand.loop.kit.Trial;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

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
}
