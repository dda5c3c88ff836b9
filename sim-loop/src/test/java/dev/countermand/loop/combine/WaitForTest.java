package dev.countermand.loop.combine;

import static dev.countermand.loop.kit.Script.script;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countermand.loop.Future;
import dev.countermand.loop.PythonVersion;
import dev.countermand.loop.Task;
import dev.countermand.loop.error.CancelledError;
import dev.countermand.loop.error.TimeoutError;
import dev.countermand.loop.kit.Trial;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WaitForTest {
    private static boolean isOld(PythonVersion python) {
        return python == PythonVersion.PYTHON_3_11;
    }

    @ParameterizedTest
    @EnumSource
    void itTimesOutAndItsErrorIsCausedByTheCancellation(PythonVersion python) {
        Trial t = Trial.begin(python);
        assertThat(t.failure(script("main").await(
                () -> WaitFor.of(t.loop(), script("inner").await(t::future), 5L))))
                .isInstanceOf(TimeoutError.class).hasCauseInstanceOf(CancelledError.class);
        assertThat(t.loop().nanos()).isEqualTo(5);
    }

    @ParameterizedTest
    @EnumSource
    void atZeroItNeverStartsACoroutine(PythonVersion python) {
        Trial t = Trial.begin(python);
        assertThat(t.failure(script("main").await(() -> WaitFor.of(
                t.loop(), script("inner").run(t.saying("ran")), 0L))))
                .isInstanceOf(TimeoutError.class);
        assertThat(t.log()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aCoroutineThatResistsIsWaitedForAndItsValueIsReturnedHoweverLate(PythonVersion python) {
        Trial t = Trial.begin(python);
        t.run(script("main").await(() -> WaitFor.of(t.loop(), script("inner").onCancel(
                script("body").await(t::future), e -> {}, script("more").sleep(20))
                .giving(() -> "late"), 5L), t::say));
        assertThat(t.log()).containsExactly("late");
        assertThat(t.loop().nanos()).isEqualTo(25);
    }

    @ParameterizedTest
    @EnumSource
    void aResultThatComesWithACancelIsLostSince312(PythonVersion python) {
        Trial t = Trial.begin(python);
        Future<Object> future = t.future();
        Task<Object> waiting = t.spawn(script("waiting").onCancel(
                script("body").await(() -> WaitFor.of(t.loop(), future, 9L), t::say),
                error -> t.say("cancelled")));
        t.run(script("main").pause(2).run(() -> future.setResult("result"))
                .run(waiting::cancel).pause(5));
        assertThat(t.log()).containsExactly(isOld(python) ? "result" : "cancelled");
    }

    @ParameterizedTest
    @EnumSource
    void aResultThatComesWithTheTimeoutIsLostSince312(PythonVersion python) {
        Trial t = Trial.begin(python);
        Future<Object> future = t.future();
        t.run(script("main")
                .run(() -> t.loop().callLater(5, () -> future.setResult("result")))
                .attempt(script("body").await(() -> WaitFor.of(t.loop(), future, 5L), t::say),
                        TimeoutError.class, error -> t.say("timeout")));
        assertThat(t.log()).containsExactly(isOld(python) ? "result" : "timeout");
    }

    @ParameterizedTest
    @EnumSource
    void anErrorOfTheCoroutineGoesThrough(PythonVersion python) {
        Trial t = Trial.begin(python);
        IllegalStateException error = new IllegalStateException("x");
        assertThat(t.failure(script("main").await(
                () -> WaitFor.of(t.loop(), script("inner").pause(1).raise(error), 5L))))
                .isSameAs(error);
    }

    @ParameterizedTest
    @EnumSource
    void theCoroutineRunsInTheCallersTaskSince312(PythonVersion python) {
        Trial t = Trial.begin(python);
        Task<?>[] outer = new Task<?>[1];
        t.run(script("main").run(() -> outer[0] = t.loop().currentTask()).await(() -> WaitFor.of(
                t.loop(), script("inner").run(
                        () -> t.say(t.loop().currentTask() == outer[0])), 5L)));
        assertThat(t.log()).containsExactly("" + !isOld(python));
    }
}
