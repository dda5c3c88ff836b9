package dev.countermand.loop.combine;

import static dev.countermand.loop.kit.Script.script;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.countermand.loop.PythonVersion;
import dev.countermand.loop.Task;
import dev.countermand.loop.TaskOptions;
import dev.countermand.loop.error.BaseError;
import dev.countermand.loop.error.BaseExceptionGroup;
import dev.countermand.loop.error.CancelledError;
import dev.countermand.loop.error.ErrorGroup;
import dev.countermand.loop.error.ExceptionGroup;
import dev.countermand.loop.error.KeyboardInterrupt;
import dev.countermand.loop.error.Throwing;
import dev.countermand.loop.kit.Script;
import dev.countermand.loop.kit.Trial;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Cancellation from outside, errors and exits that meet in a task group. */
class TaskGroupCancellationTest {
    /** A BaseException that is neither an exit nor a cancellation. */
    private static final class Serious extends BaseError {
        Serious(String text) {
            super(text, null, false);
        }
    }

    private static final class OwnCancelledError extends CancelledError {}

    private final Trial t = Trial.begin();
    private final TaskGroup group = new TaskGroup();

    private static boolean since313(PythonVersion python) {
        return python.compareTo(PythonVersion.PYTHON_3_13) >= 0;
    }

    private static IllegalStateException error(String text) {
        return new IllegalStateException(text);
    }

    /** Waits for ever; when cancelled says so, cleans up for a while, and ends with an error. */
    private static Script held(Trial t, String name, long cleanUp, @Nullable Throwable ends) {
        Throwable[] cancelled = new Throwable[1];
        Script more = script("more").sleep(cleanUp).await(() -> {
            throw Throwing.asIs(ends == null ? cancelled[0] : ends);
        });
        return script(name).onCancel(script("wait").await(t::future), e -> {
            t.say(name);
            cancelled[0] = e;
        }, more);
    }

    private static Script held(Trial t, String name) {
        return held(t, name, 0, null);
    }

    private static Runnable spawning(TaskGroup group, Script child) {
        return () -> group.createTask(child, TaskOptions.DEFAULT);
    }

    /** Runs a task, cancels it when it waits, and lets everything end. */
    private static Task<Object> cancelled(Trial t, Script main) {
        Task<Object> task = t.spawn(main);
        t.run(script("other").pause(2).run(() -> task.cancel("why")).sleep(50));
        return task;
    }

    private static String text(Throwable error) {
        if (error instanceof ErrorGroup several) {
            return error.getClass().getSimpleName()
                    + several.errors().stream().map(TaskGroupCancellationTest::text).toList();
        }
        return error.getMessage();
    }

    @Test
    void cancelledInItsBodyItCancelsItsChildrenAndThenIsCancelled() {
        Task<Object> main = cancelled(t, script("main").group(group, script("block")
                .run(spawning(group, held(t, "child"))).await(() -> held(t, "body"))));
        assertThat(t.log()).containsExactly("body", "child");
        assertThat(main.isCancelled()).isTrue();
        assertThat(main.cancelling()).isEqualTo(1);
    }

    @Test
    void withoutChildrenACancelledBodyIsACancelledBlock() {
        Task<Object> main = cancelled(t,
                script("main").group(group, script("block").await(() -> held(t, "body"))));
        assertThat(catchThrowable(main::result))
                .isInstanceOf(CancelledError.class).hasMessage("why");
    }

    @ParameterizedTest
    @EnumSource
    void errorsOfChildrenAreStrongerThanACancelFromOutside(PythonVersion python) {
        Trial trial = Trial.begin(python);
        TaskGroup own = new TaskGroup();
        Task<Object> main = cancelled(trial, script("main").group(own, script("block")
                .run(spawning(own, held(trial, "child", 0, error("x"))))
                .await(() -> held(trial, "body"))));
        assertThat(text(main.exception())).isEqualTo("ExceptionGroup[x]");
        assertThat(main.cancelling()).isEqualTo(1);
    }

    @Test
    void anInnerGroupsErrorReachesTheOuterOneAsAGroupAndCancelsItsChildren() {
        TaskGroup inner = new TaskGroup();
        Task<Object> main = cancelled(t, script("main").group(group, script("block")
                .run(spawning(group, held(t, "outer child")))
                .group(inner, script("inner")
                        .run(spawning(inner, held(t, "inner child", 0, error("x"))))
                        .await(() -> held(t, "body")))));
        assertThat(t.log()).containsExactly("body", "inner child", "outer child");
        assertThat(text(main.exception())).isEqualTo("ExceptionGroup[ExceptionGroup[x]]");
    }

    @ParameterizedTest
    @EnumSource
    void aFailureOfTheOuterGroupCancelsTheInnerOneAndIsTheOnlyError(PythonVersion python) {
        Trial trial = Trial.begin(python);
        TaskGroup own = new TaskGroup();
        TaskGroup inner = new TaskGroup();
        Throwable raised = trial.failure(script("main").group(own, script("block")
                .run(spawning(own, script("failing").pause(1).raise(error("x"))))
                .group(inner, script("inner").run(spawning(inner, held(trial, "inner child"))))));
        assertThat(trial.log()).containsExactly("inner child");
        assertThat(text(raised)).isEqualTo("ExceptionGroup[x]");
    }

    @ParameterizedTest
    @EnumSource
    void bothOfTwoNestedGroupsFailAndTheRequestIsGoneAtTheEndSince313(PythonVersion python) {
        Trial trial = Trial.begin(python);
        TaskGroup own = new TaskGroup();
        TaskGroup inner = new TaskGroup();
        Runnable count = () -> trial.say(trial.loop().currentTask().cancelling());
        trial.run(script("main").attempt(
                script("with").group(own, script("outer")
                        .attempt(script("with").group(inner, script("inner")
                                .run(spawning(inner, script("a").pause(1).raise(error("i"))))
                                .run(spawning(own, script("b").pause(1).raise(error("o"))))),
                                ExceptionGroup.class, e -> trial.say(text(e)))
                        .run(count)),
                ExceptionGroup.class, e -> trial.say(text(e))).run(count));
        String between = since313(python) ? "1" : "2";
        String after = since313(python) ? "0" : "1";
        assertThat(trial.log())
                .containsExactly("ExceptionGroup[i]", between, "ExceptionGroup[o]", after);
    }

    @Test
    void aChildThatFailsWhileTheBodyCleansUpIsReportedInsteadOfTheCancel() {
        Task<Object> main = cancelled(t, script("main").group(group, script("block")
                .run(spawning(group, script("failing").sleep(3).raise(error("x"))))
                .await(() -> held(t, "body", 5, null))));
        assertThat(text(main.exception())).isEqualTo("ExceptionGroup[x]");
        assertThat(main.cancelling()).isEqualTo(1);
    }

    @Test
    void aBodyThatTurnsItsCancelIntoAnErrorRaisesThatInAGroup() {
        Task<Object> main = cancelled(t, script("main").group(group,
                script("block").await(() -> held(t, "body", 0, error("x")))));
        assertThat(text(main.exception())).isEqualTo("ExceptionGroup[x]");
    }

    @Test
    void aSecondCancelWhileTheChildrenCleanUpChangesNothing() {
        Task<Object> main = t.spawn(script("main").group(group, script("block")
                .run(spawning(group, held(t, "child", 5, null)))));
        t.run(script("other").pause(2).run(() -> main.cancel("one")).sleep(1)
                .run(() -> main.cancel("two")).sleep(20));
        assertThat(catchThrowable(main::result)).hasMessage("one");
        assertThat(main.cancelling()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void anExitThatTheBodyRaisesIsRaisedAlone(PythonVersion python) {
        Trial trial = Trial.begin(python);
        TaskGroup own = new TaskGroup();
        KeyboardInterrupt exit = new KeyboardInterrupt("k");
        Task<Object> main = trial.spawn(script("main").group(own, script("block")
                .run(spawning(own, script("failing").pause(1).raise(error("x"))))
                .await(() -> held(trial, "body", 0, exit))));
        assertThat(catchThrowable(() -> trial.run(script("other").sleep(9)))).isSameAs(exit);
        assertThat(main.exception()).isSameAs(exit);
        assertThat(main.cancelling()).isEqualTo(since313(python) ? 1 : 0);
    }

    @Test
    void aSeriousErrorMakesItABaseExceptionGroup() {
        Throwable raised = t.failure(script("main").group(group, script("block")
                .run(spawning(group, script("failing").pause(1).raise(new Serious("x"))))
                .await(() -> held(t, "body", 0, error("y")))));
        assertThat(raised).isInstanceOf(BaseExceptionGroup.class);
        assertThat(text(raised)).isEqualTo("BaseExceptionGroup[x, y]");
    }

    @ParameterizedTest
    @EnumSource
    void aSubclassOfCancelledErrorIsACancellationSince313AndAnErrorBefore(PythonVersion python) {
        Trial trial = Trial.begin(python);
        TaskGroup own = new TaskGroup();
        OwnCancelledError cancel = new OwnCancelledError();
        Throwable raised = trial.failure(script("main").group(own,
                script("block").raise(cancel)));
        if (since313(python)) {
            assertThat(raised).isSameAs(cancel);
        } else {
            assertThat(((BaseExceptionGroup) raised).errors()).containsExactly(cancel);
        }
    }
}
