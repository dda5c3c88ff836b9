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
import dev.countermand.loop.error.SystemExit;
import dev.countermand.loop.kit.Picks;
import dev.countermand.loop.kit.Script;
import dev.countermand.loop.kit.Trial;
import dev.countermand.loop.schedule.ChoiceKind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TaskGroupTest {
    private final Trial t = Trial.begin();
    private final TaskGroup group = new TaskGroup();

    private Runnable spawning(Script child) {
        return () -> group.createTask(child, TaskOptions.DEFAULT);
    }

    private static IllegalStateException error(String text) {
        return new IllegalStateException(text);
    }

    @Test
    void theBlockWaitsForItsChildrenAndTheirChildren() {
        t.run(script("main").group(group, script("block")
                .run(spawning(script("a").sleep(5)
                        .run(spawning(script("b").sleep(5).run(t.saying("b")))))))
                .run(() -> t.say(t.loop().nanos())));
        assertThat(t.log()).containsExactly("b", "10");
    }

    @Test
    void errorsAreGroupedInOrderOfCompletionAndTheBodysOwnComesLast() {
        ExceptionGroup raised = (ExceptionGroup) t.failure(script("main").group(group,
                script("block")
                        .run(spawning(script("slow").onCancel(
                                script("wait").await(t::future), e -> {
                                    throw error("second");
                                })))
                        .run(spawning(script("fast").raise(error("first"))))
                        .onCancel(script("wait").await(t::future), e -> {
                            throw error("body");
                        })));
        assertThat(raised).hasMessage("unhandled errors in a TaskGroup (3 sub-exceptions)");
        assertThat(raised.errors()).extracting(Throwable::getMessage)
                .containsExactly("first", "second", "body");
        assertThat(raised.getCause()).isNull();
    }

    @Test
    void aCancelledChildIsNoError() {
        t.run(script("main").group(group, script("block").run(() ->
                group.createTask(script("child").await(t::future), TaskOptions.DEFAULT).cancel())));
    }

    @Test
    void nestedGroupsFailAsNestedExceptionGroups() {
        TaskGroup inner = new TaskGroup();
        ExceptionGroup raised = (ExceptionGroup) t.failure(script("main").group(group,
                script("outer").group(inner, script("inner").run(() -> inner.createTask(
                        script("child").raise(error("x")), TaskOptions.DEFAULT)))));
        assertThat(raised.errors()).singleElement().isInstanceOf(ExceptionGroup.class);
        assertThat(((ExceptionGroup) raised.errors().get(0)).errors())
                .extracting(Throwable::getMessage).containsExactly("x");
    }

    @Test
    void anExitOfAChildIsRaisedAlone() {
        SystemExit exit = new SystemExit("1");
        Task<Object> main = t.spawn(script("main").group(group, script("block")
                .run(spawning(script("other").onCancel(script("wait").await(t::future), e -> {
                    throw error("lost");
                })))
                .run(spawning(script("exiting").raise(exit)))));
        assertThat(catchThrowable(() -> t.loop().runUntilComplete(main))).isSameAs(exit);
        assertThat(catchThrowable(() -> t.run(script("again").pause(9)))).isSameAs(exit);
        assertThat(main.exception()).isSameAs(exit);
    }

    @Test
    void itRefusesTasksOutOfTurn() {
        assertThat(catchThrowable(spawning(script("early"))::run)).isInstanceOf(RuntimeError.class)
                .hasMessage("TaskGroup <TaskGroup> has not been entered");
        assertThat(t.failure(script("main").group(group, script("block")
                .run(spawning(script("failing").raise(error("x"))))
                .onCancel(script("wait").await(t::future), e -> t.say(catchThrowable(
                        spawning(script("late"))::run).getMessage())))))
                .isInstanceOf(ExceptionGroup.class);
        assertThat(t.log()).singleElement().asString().endsWith(" is shutting down");
        assertThat(catchThrowable(spawning(script("last"))::run))
                .hasMessageEndingWith(" is finished");
        assertThat(catchThrowable(group::enter)).hasMessageEndingWith("has already been entered");
    }

    private static List<String> abort(Trial trial) {
        TaskGroup own = new TaskGroup();
        trial.failure(script("main").group(own, script("block").run(() -> {
            for (String name : List.of("a", "b", "c")) {
                own.createTask(script(name).onCancel(script("wait").await(trial::future),
                        e -> trial.say(name)), TaskOptions.DEFAULT);
            }
            own.createTask(script("failing").pause(1).raise(error("x")), TaskOptions.DEFAULT);
        })));
        return trial.log();
    }

    @Test
    void anAbortingGroupCancelsInOrderOfCreationOrAnyOtherOrder() {
        assertThat(abort(t)).containsExactly("a", "b", "c");
        Set<List<String>> orders = new LinkedHashSet<>();
        for (int first = 0; first < 3; first++) {
            for (int second = 0; second < 2; second++) {
                orders.add(new ArrayList<>(abort(
                        Trial.begin(new Picks(ChoiceKind.GROUP_ORDER, first, second)))));
            }
        }
        assertThat(orders).hasSize(6);
    }

    @Test
    void aCancelFromOutsideWhileWaitingCancelsTheChildrenAndGoesOn() {
        Task<Object> main = t.spawn(script("main").group(group, script("block")
                .run(spawning(script("child").onCancel(
                        script("wait").await(t::future), e -> t.say("child"))))));
        t.run(script("other").pause(2).run(() -> main.cancel("outside")).pause(5));
        assertThat(t.log()).containsExactly("child");
        assertThat(main.isCancelled()).isTrue();
        assertThat(main.cancelling()).isEqualTo(1);
        assertThat(catchThrowable(main::result)).hasMessage("outside");
    }

    @ParameterizedTest
    @EnumSource
    void aFailureWhileWaitingLeavesNoRequestSince313(PythonVersion python) {
        Trial trial = Trial.begin(python);
        TaskGroup own = new TaskGroup();
        trial.run(script("main").attempt(
                script("with").group(own, script("block").run(() -> own.createTask(
                        script("child").pause(2).raise(error("x")), TaskOptions.DEFAULT))),
                ExceptionGroup.class,
                error -> trial.say(trial.loop().currentTask().cancelling())));
        boolean fixed = python.compareTo(PythonVersion.PYTHON_3_13) >= 0;
        assertThat(trial.log()).containsExactly(fixed ? "0" : "1");
    }

    @ParameterizedTest
    @EnumSource(names = {"PYTHON_3_13", "PYTHON_3_14"})
    void aFailureBesideACancelRaisesTheGroupAndThenTheCancelAtTheNextAwait(PythonVersion python) {
        Trial trial = Trial.begin(python);
        TaskGroup own = new TaskGroup();
        Task<Object> main = trial.spawn(script("main")
                .attempt(
                        script("with").group(own, script("block").run(() -> own.createTask(
                                script("child").onCancel(script("wait").await(trial::future), e -> {
                                    throw error("x");
                                }), TaskOptions.DEFAULT))),
                        ExceptionGroup.class, error -> trial.say("group"))
                .onCancel(script("next").pause(1), error -> trial.say("cancelled")));
        trial.run(script("other").pause(2).run(main::cancel).pause(6));
        assertThat(trial.log()).containsExactly("group", "cancelled");
        assertThat(main.cancelling()).isEqualTo(1);
    }

    @Test
    void aBodyThatRaisesCancelsItsChildren() {
        IllegalStateException own = error("body");
        ExceptionGroup raised = (ExceptionGroup) t.failure(script("main").group(group,
                script("block").run(spawning(script("child").onCancel(
                        script("wait").await(t::future), e -> t.say("child"))))
                        .pause(1).raise(own)));
        assertThat(raised.errors()).containsExactly(own);
        assertThat(t.log()).containsExactly("child");
    }

    @Test
    void aBodyThatIsCancelledRaisesItsCancellation() {
        CancelledError own = new CancelledError("own");
        assertThat(t.failure(script("main").group(group,
                script("block").run(spawning(script("child").await(t::future))).pause(1)
                        .raise(own)))).isSameAs(own);
    }
}
