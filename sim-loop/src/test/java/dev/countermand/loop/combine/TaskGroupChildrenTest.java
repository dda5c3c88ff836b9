package dev.countermand.loop.combine;

import static dev.countermand.loop.kit.Script.script;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.countermand.loop.Context;
import dev.countermand.loop.ContextVar;
import dev.countermand.loop.PythonVersion;
import dev.countermand.loop.Task;
import dev.countermand.loop.TaskFactory;
import dev.countermand.loop.TaskOptions;
import dev.countermand.loop.error.ExceptionGroup;
import dev.countermand.loop.error.RuntimeError;
import dev.countermand.loop.kit.Leftovers;
import dev.countermand.loop.kit.Script;
import dev.countermand.loop.kit.Trial;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The children of a task group: when they come, what they are given, how they end. */
class TaskGroupChildrenTest {
    private final Trial t = Trial.begin();
    private final TaskGroup group = new TaskGroup();

    private Task<Object> child(Script child) {
        return group.createTask(child, TaskOptions.DEFAULT);
    }

    @Test
    void theyMayComeLateAndTheirResultsCanBeReadAfterwards() {
        List<Task<Object>> tasks = new ArrayList<>();
        t.run(script("main").group(group, script("block")
                .run(() -> tasks.add(child(script("a").sleep(1).giving(() -> 42))))
                .sleep(2)
                .run(() -> tasks.add(child(script("b").sleep(5).giving(() -> 11))))));
        assertThat(tasks).extracting(Task::result).containsExactly(42, 11);
        assertThat(t.loop().nanos()).isEqualTo(7);
    }

    @Test
    void oneThatIsCancelledAloneDisturbsNobodyAndOthersMayStillCome() {
        List<Task<Object>> tasks = new ArrayList<>();
        t.run(script("main").group(group, script("block")
                .run(() -> tasks.add(child(script("a").await(t::future))))
                .sleep(2)
                .run(() -> tasks.get(0).cancel())
                .run(() -> tasks.add(child(script("b").sleep(5).giving(() -> 11))))));
        assertThat(tasks.get(0).isCancelled()).isTrue();
        assertThat(tasks.get(1).result()).isEqualTo(11);
    }

    @Test
    void aBodyThatFailsAtOnceCancelsThemBeforeTheyStart() {
        List<Task<Object>> tasks = new ArrayList<>();
        t.failure(script("main").group(group, script("block")
                .run(() -> tasks.add(child(script("a").run(t.saying("ran")))))
                .raise(new IllegalStateException())));
        assertThat(tasks).allMatch(Task::isCancelled);
        assertThat(t.log()).isEmpty();
    }

    /** A child that, after a nanosecond, is replaced by two more like it. */
    private Script growing(int[] born) {
        return script("growing").sleep(1)
                .run(() -> child(growing(born))).run(() -> child(growing(born)))
                .run(() -> born[0]++);
    }

    @Test
    void evenThoseThatMultiplyAreAllGoneWhenTheGroupHasFailed() {
        int[] born = {0};
        t.run(script("main").attempt(
                script("with").group(group, script("block")
                        .run(() -> child(growing(born)))
                        .run(() -> child(script("failing").sleep(3).pause(1)
                                .raise(new IllegalStateException("x"))))),
                ExceptionGroup.class, e -> t.say(e.errors())));
        assertThat(t.log()).containsExactly("[java.lang.IllegalStateException: x]");
        assertThat(born[0]).isEqualTo(7);
        assertThat(t.loop().allTasks()).isEmpty();
    }

    @Test
    void theyTakeTheNameAndTheContextTheyAreGiven() {
        ContextVar<Integer> variable = new ContextVar<>("variable");
        Context context = new Context();
        t.run(script("main").group(group, script("block").await(() -> group.createTask(
                script("child").run(() -> variable.set(t.loop().currentContext(), 1))
                        .run(() -> t.say(t.loop().currentTask().name())),
                new TaskOptions("yolo", context, null)))));
        assertThat(t.log()).containsExactly("yolo");
        assertThat(variable.get(context).orElseThrow().value()).isEqualTo(1);
    }

    @Test
    void errorsOfBodyAndChildLeaveNoRequestBehind() {
        t.run(script("main").attempt(
                script("with").group(group, script("block")
                        .run(() -> child(script("child").raise(new IllegalStateException("c"))))
                        .onCancel(script("wait").await(t::future), e -> {
                            throw new IllegalArgumentException("b");
                        })),
                ExceptionGroup.class, e -> {
                    t.say(e.errors().size());
                    t.say(t.loop().currentTask().cancelling());
                }));
        assertThat(t.log()).containsExactly("2", "0");
    }

    @ParameterizedTest
    @EnumSource
    void aRefusedCoroutineIsClosedSince313(PythonVersion python) {
        Trial trial = Trial.begin(python);
        Script refused = script("refused").run(trial.saying("ran"));
        trial.run(script("main")
                .run(() -> trial.say(catchThrowable(
                        () -> group.createTask(refused, TaskOptions.DEFAULT)).getMessage()))
                .attempt(script("try").await(() -> refused),
                        RuntimeError.class, e -> trial.say(e.getMessage())));
        boolean closed = python.compareTo(PythonVersion.PYTHON_3_13) >= 0;
        assertThat(trial.log()).containsExactly(
                "TaskGroup <TaskGroup> has not been entered",
                closed ? "cannot reuse already awaited coroutine" : "ran");
    }

    @Test
    void aGroupNeedsATask() {
        t.loop().callSoon(() -> t.say(catchThrowable(group::enter).getMessage()));
        t.run(script("main").pause(2));
        assertThat(t.log()).containsExactly(
                "TaskGroup <TaskGroup> cannot determine the parent task");
        assertThat(catchThrowable(() -> child(script("child"))))
                .hasMessage("TaskGroup <TaskGroup> has not been entered");
    }

    @Test
    void theErrorOfAChildThatOutlivesItsParentIsReported() {
        t.run(script("main").run(group::enter).run(() -> child(
                script("child").sleep(5).raise(new IllegalStateException("late")))));
        t.run(script("other").sleep(9));
        assertThat(t.reports()).singleElement().satisfies(report -> {
            assertThat(report.exception()).hasMessage("late");
            assertThat(report.message()).startsWith("Task <Task finished name='")
                    .contains("has errored out but its parent task <Task finished")
                    .endsWith("is already completed");
        });
    }

    @Test
    void aGroupThatWaitsSaysSoInADeadlock() {
        assertThat(Leftovers.waiting(t, script("main").group(group,
                script("block").run(() -> child(script("child").await(t::future))))))
                .containsExactly("Task-1 for the children of a task group", "Task-2 for a future");
    }

    /** Since 3.14 the group hears of it an iteration later, when the body has gone on. */
    @ParameterizedTest
    @EnumSource(names = {"PYTHON_3_12", "PYTHON_3_13", "PYTHON_3_14"})
    void anEagerChildThatFailsAtOnceCancelsTheBody(PythonVersion python) {
        Trial trial = Trial.begin(python);
        trial.loop().setTaskFactory(TaskFactory.EAGER);
        trial.run(script("main").attempt(
                script("with").group(group, script("block")
                        .run(() -> trial.say(child(script("ok")).isDone()))
                        .run(() -> child(script("bad").raise(new IllegalStateException("x"))))
                        .run(() -> trial.say(trial.loop().currentTask().cancelling()))
                        .onCancel(script("wait").pause(3), e -> {
                            trial.say("cancelled");
                            throw e;
                        })),
                ExceptionGroup.class, e -> trial.say(e.errors().size())));
        boolean later = python == PythonVersion.PYTHON_3_14;
        assertThat(trial.log()).containsExactly("true", later ? "0" : "1", "cancelled", "1");
    }
}
