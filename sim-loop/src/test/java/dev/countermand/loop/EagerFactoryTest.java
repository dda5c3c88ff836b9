package dev.countermand.loop;

import static dev.countermand.loop.kit.Script.script;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.countermand.loop.combine.Gather;
import dev.countermand.loop.combine.TaskGroup;
import dev.countermand.loop.error.CancelledError;
import dev.countermand.loop.kit.Script;
import dev.countermand.loop.kit.Trial;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Programs on a loop with {@code eager_task_factory}, and how many steps it saves. */
class EagerFactoryTest {
    private static final int WIDTH = 3;

    private final Trial t = Trial.begin();
    private final Future<Object> future = t.future();
    private int unfinished;

    @BeforeEach
    void makeTasksEager() {
        t.loop().setTaskFactory(TaskFactory.EAGER);
    }

    /** Counts the tasks that are not done when they have been made. */
    private void countWith(TaskFactory factory) {
        t.loop().setTaskFactory(new TaskFactory() {
            @Override
            public <T> Task<T> create(SimLoop loop, Coroutine<T> coroutine, TaskOptions options) {
                Task<T> task = factory.create(loop, coroutine, options);
                if (!task.isDone()) {
                    unfinished++;
                }
                return task;
            }
        });
    }

    @Test
    void aResultThatTheFirstStepSetsIsThereAtOnce() {
        t.run(script("main").run(() -> t.spawn(script("child").run(() -> future.setResult("set"))))
                .await(() -> future, t::say));
        assertThat(t.log()).containsExactly("set");
    }

    @Test
    void oneThatIsDoneCannotBeCancelled() {
        t.run(script("main").run(() -> {
            Task<Object> child = t.spawn(script("child").giving(() -> "value"));
            assertThat(child.cancel()).isFalse();
            assertThat(child.result()).isEqualTo("value");
            assertThat(child.cancelling()).isZero();
        }));
    }

    @Test
    void oneThatWaitsCanBeCancelledBeforeItsSecondStep() {
        Throwable error = t.failure(script("main").await(() -> {
            Task<Object> child = t.spawn(script("child").await(() -> future));
            assertThat(child.awaits()).isSameAs(future);
            child.cancel("early");
            assertThat(child.cancelling()).isEqualTo(1);
            return child;
        }));
        assertThat(error).isInstanceOf(CancelledError.class).hasMessage("early");
        assertThat(future.isCancelled()).isTrue();
    }

    @Test
    void whileItsFirstStepRunsItIsAmongTheTasksAndAfterItsEndNoMore() {
        List<Task<?>> during = new ArrayList<>();
        t.run(script("main").run(() -> {
            Task<Object> child = t.spawn(
                    script("child").run(() -> during.addAll(t.loop().allTasks())));
            assertThat(during).contains(child);
            assertThat(t.loop().allTasks()).doesNotContain(child);
        }));
    }

    @Test
    void itsStepsShareOneContextWhichIsNotItsCreators() {
        ContextVar<String> variable = new ContextVar<>("variable");
        t.run(script("main").run(() -> variable.set("main's"))
                .await(() -> t.spawn(script("child")
                        .run(() -> t.say(variable.getOr("unset")))
                        .run(() -> variable.set("child's")).sleep(1)
                        .run(() -> t.say(variable.getOr("unset")))))
                .run(() -> t.say(variable.getOr("unset"))));
        assertThat(t.log()).containsExactly("main's", "child's", "main's");
    }

    @Test
    void itsFirstStepIsNotCutShortByAnErrorWhichTheTaskKeeps() {
        IllegalStateException error = new IllegalStateException("x");
        t.run(script("main").run(() -> {
            Task<Object> child = t.spawn(script("child").raise(error));
            assertThat(child.exception()).isSameAs(error);
        }));
    }

    private Script gathers(int depth) {
        return script("gathers").await(() -> {
            List<Script> inner = new ArrayList<>();
            for (int i = 0; depth > 0 && i < WIDTH; i++) {
                inner.add(gathers(depth - 1));
            }
            return inner.isEmpty() ? null : Gather.of(inner, false);
        });
    }

    private Script groups(int depth) {
        if (depth == 0) {
            return script("leaf");
        }
        TaskGroup group = new TaskGroup();
        return script("groups").group(group, script("block").run(() -> {
            for (int i = 0; i < WIDTH; i++) {
                group.createTask(groups(depth - 1), TaskOptions.DEFAULT);
            }
        }));
    }

    @Test
    void aTreeOfTasksThatNeverWaitMakesNoTaskThatIsUnfinished() {
        countWith(TaskFactory.EAGER);
        t.run(gathers(3));
        assertThat(unfinished).as("the first task is made before the loop runs").isEqualTo(1);
        countWith(TaskFactory.LAZY);
        unfinished = 0;
        t.run(gathers(3));
        assertThat(unfinished).isEqualTo(1 + 3 + 9 + 27);
    }

    @Test
    void aTreeOfGroupsIsAsFastUntilOfFourteenAGroupHearsOfItsChildrenLater() {
        Trial old = Trial.begin(PythonVersion.PYTHON_3_13);
        old.loop().setTaskFactory(TaskFactory.EAGER);
        old.run(groups(3));
        assertThat(old.loop().iterations()).isEqualTo(2);
        countWith(TaskFactory.LAZY);
        t.run(groups(3));
        assertThat(unfinished).isEqualTo(1 + 3 + 9 + 27);
    }

    @Test
    void aChainOfAwaitsIsNoChainOfTasks() {
        countWith(TaskFactory.LAZY);
        Script chain = script("last").giving(() -> 0);
        for (int i = 0; i < 100; i++) {
            Script inner = chain;
            int[] depth = new int[1];
            chain = script("link").await(() -> inner, value -> depth[0] = (Integer) value + 1)
                    .giving(() -> depth[0]);
        }
        assertThat(t.run(chain)).isEqualTo(100);
        assertThat(unfinished).isEqualTo(1);
    }

    @Test
    void aFactoryThatFailsFailsTheCallOfCreateTask() {
        t.loop().setTaskFactory(new TaskFactory() {
            @Override
            public <T> Task<T> create(SimLoop loop, Coroutine<T> coroutine, TaskOptions options) {
                throw new IllegalStateException("no task");
            }
        });
        assertThat(catchThrowable(() -> t.spawn(script("child")))).hasMessage("no task");
        assertThat(t.loop().allTasks()).isEmpty();
    }
}
