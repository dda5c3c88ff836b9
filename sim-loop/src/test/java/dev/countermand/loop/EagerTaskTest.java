package dev.countermand.loop;

import static dev.countermand.loop.kit.Script.script;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countermand.loop.error.SystemExit;
import dev.countermand.loop.kit.Trial;
import org.junit.jupiter.api.Test;

class EagerTaskTest {
    private static final TaskOptions EAGER = TaskOptions.DEFAULT.eager(true);

    private final Trial t = Trial.begin();

    @Test
    void itsFirstStepRunsInsideTheCallersAndTheRestLater() {
        t.run(script("main")
                .run(() -> {
                    Task<Object> child = t.loop().createTask(script("child")
                            .run(t.saying("first")).pause(1).run(t.saying("second")), EAGER);
                    t.say("created " + child.isDone());
                })
                .pause(2));
        assertThat(t.log()).containsExactly("first", "created false", "second");
    }

    @Test
    void itIsTheCurrentTaskOfItsFirstStepAndTheCallerIsAfterIt() {
        t.run(script("main").run(() -> {
            Task<?> caller = t.loop().currentTask();
            Task<Object> child = t.loop().createTask(script("child")
                    .run(() -> t.say(t.loop().currentTask() == caller)).pause(1), EAGER);
            t.say(t.loop().currentTask() == caller);
            assertThat(t.loop().allTasks()).contains(child);
        }));
        assertThat(t.log()).containsExactly("false", "true");
    }

    @Test
    void oneThatEndsInItsFirstStepIsNeverScheduled() {
        t.run(script("main").run(() -> {
            long before = t.loop().iterations();
            Task<Object> child = t.loop().createTask(script("child").giving(() -> 5), EAGER);
            assertThat(child.result()).isEqualTo(5);
            assertThat(t.loop().allTasks()).doesNotContain(child);
            assertThat(t.loop().iterations()).isEqualTo(before);
        }));
        assertThat(t.simulation().steps()).isEqualTo(2);
    }

    @Test
    void outsideARunningLoopATaskIsNotEager() {
        t.loop().createTask(script("child").run(t.saying("ran")), EAGER);
        assertThat(t.log()).isEmpty();
        t.run(script("main"));
        assertThat(t.log()).containsExactly("ran");
    }

    @Test
    void itHasACopyOfTheContext() {
        ContextVar<String> variable = new ContextVar<>("variable");
        t.run(script("main")
                .run(() -> t.loop().createTask(script("child").run(
                        () -> variable.set(t.loop().currentContext(), "child")), EAGER))
                .run(() -> t.say(variable.get(t.loop().currentContext()).isPresent())));
        assertThat(t.log()).containsExactly("false");
    }

    @Test
    void anExitInItsFirstStepLeavesCreateTask() {
        SystemExit exit = new SystemExit("1");
        t.run(script("main").attempt(
                script("body").run(() -> t.loop().createTask(script("child").raise(exit), EAGER)),
                SystemExit.class, error -> t.say("left")));
        assertThat(t.log()).containsExactly("left");
    }

    @Test
    void theEagerFactoryMakesAllTasksEagerUnlessToldOtherwise() {
        t.loop().setTaskFactory(TaskFactory.EAGER);
        t.run(script("main").run(() -> {
            t.spawn(script("eager").run(t.saying("eager")));
            t.loop().createTask(script("lazy").run(t.saying("lazy")),
                    TaskOptions.DEFAULT.eager(false));
            t.say("main");
        }).pause(2));
        assertThat(t.log()).containsExactly("eager", "main", "lazy");
    }
}
