package dev.countermand.loop;

import static dev.countermand.loop.kit.Script.script;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.countermand.loop.error.CancelledError;
import dev.countermand.loop.error.InvalidStateError;
import dev.countermand.loop.error.RuntimeError;
import dev.countermand.loop.kit.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class FutureTest {
    private final Trial t = Trial.begin();
    private final Future<Object> future = t.future();

    @Test
    void aPendingFutureHasNeitherResultNorError() {
        assertThatExceptionOfType(InvalidStateError.class)
                .isThrownBy(future::result).withMessage("Result is not set.");
        assertThatExceptionOfType(InvalidStateError.class)
                .isThrownBy(future::exception).withMessage("Exception is not set.");
    }

    @Test
    void aFutureIsDoneOnce() {
        future.setResult(null);
        assertThat(future.result()).isNull();
        assertThat(future.exception()).isNull();
        assertThatExceptionOfType(InvalidStateError.class)
                .isThrownBy(() -> future.setResult(1)).withMessage("invalid state");
        assertThatExceptionOfType(InvalidStateError.class)
                .isThrownBy(() -> future.setException(new Exception()))
                .withMessage("invalid state");
        assertThat(future.cancel()).isFalse();
        assertThat(future.isCancelled()).isFalse();
    }

    @Test
    void theVeryErrorIsRaisedAtEveryLook() {
        Exception checked = new Exception("checked");
        future.setException(checked);
        assertThat(catchThrowable(future::result)).isSameAs(checked);
        assertThat(catchThrowable(future::result)).isSameAs(checked);
        assertThat(future.exception()).isSameAs(checked);
    }

    @Test
    void aCancelledFutureRaisesANewErrorWithTheSameMessageEachTime() {
        assertThat(future.cancel("why")).isTrue();
        assertThat(future.cancel("again")).isFalse();
        Throwable first = catchThrowable(future::result);
        Throwable second = catchThrowable(future::exception);
        assertThat(first).isInstanceOf(CancelledError.class).hasMessage("why");
        assertThat(second).isInstanceOf(CancelledError.class).hasMessage("why").isNotSameAs(first);
        assertThatExceptionOfType(InvalidStateError.class).isThrownBy(() -> future.setResult(1));
    }

    @Property(tries = 50, seed = "20261122")
    void callbacksRunInOrderOfAdditionBeforeAndAfterItIsDone(
            @ForAll @IntRange(max = 10) int before, @ForAll @IntRange(max = 10) int after) {
        Trial trial = Trial.begin();
        Future<Object> own = trial.future();
        List<Integer> ran = new ArrayList<>();
        IntStream.range(0, before).forEach(i -> own.addDoneCallback(done -> ran.add(i)));
        own.setResult(1);
        IntStream.range(before, before + after)
                .forEach(i -> own.addDoneCallback(done -> ran.add(i)));
        assertThat(ran).isEmpty();
        trial.run(script("main"));
        assertThat(ran).isEqualTo(IntStream.range(0, before + after).boxed().toList());
    }

    @Test
    void removingACallbackRemovesAllItsRegistrationsAndCountsThem() {
        DoneCallback one = done -> t.say("one");
        DoneCallback two = done -> t.say("two");
        assertThat(future.removeDoneCallback(one)).isZero();
        future.addDoneCallback(one);
        future.addDoneCallback(two);
        future.addDoneCallback(one);
        assertThat(future.removeDoneCallback(one)).isEqualTo(2);
        assertThat(future.removeDoneCallback(one)).isZero();
        future.setResult(1);
        assertThat(future.removeDoneCallback(two)).isZero();
        t.run(script("main"));
        assertThat(t.log()).containsExactly("two");
    }

    @Test
    void aCallbackRunsInTheContextOfItsRegistration() {
        ContextVar<String> variable = new ContextVar<>("variable");
        t.run(script("main")
                .run(() -> variable.set(t.loop().currentContext(), "registered"))
                .run(() -> future.addDoneCallback(done -> t.say(
                        variable.get(t.loop().currentContext()).orElseThrow().value())))
                .run(() -> variable.set(t.loop().currentContext(), "later"))
                .run(() -> future.setResult(1))
                .pause(1));
        assertThat(t.log()).containsExactly("registered");
    }

    @Test
    void aFutureOfAnotherLoopCannotBeAwaited() {
        Future<Object> foreign = new Simulation().newLoop().createFuture();
        assertThat(t.failure(script("main").await(() -> foreign)))
                .isInstanceOf(RuntimeError.class)
                .hasMessageContaining("attached to a different loop");
    }

    @Test
    void theErrorOfAForeignFutureCanBeCaughtAndTheTaskGoesOn() {
        Future<Object> foreign = new Simulation().newLoop().createFuture();
        t.run(script("main")
                .attempt(script("body").await(() -> foreign), RuntimeError.class,
                        error -> t.say("caught"))
                .pause(2).run(t.saying("on")));
        assertThat(t.log()).containsExactly("caught", "on");
    }

    @Test
    void anErrorThatNobodyLooksAtIsReportedWhenTheLoopCloses() {
        Exception error = new Exception("lost");
        future.setException(error);
        Future<Object> seen = t.future();
        seen.setException(new Exception("seen"));
        assertThat(seen.exception()).isNotNull();
        t.loop().close();
        assertThat(t.reports()).singleElement().satisfies(report -> {
            assertThat(report.message()).isEqualTo("Future exception was never retrieved");
            assertThat(report.exception()).isSameAs(error);
        });
    }
}
