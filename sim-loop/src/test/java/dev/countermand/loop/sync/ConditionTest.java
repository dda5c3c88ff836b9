package dev.countermand.loop.sync;

import static dev.countermand.loop.kit.Script.script;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.countermand.loop.PythonVersion;
import dev.countermand.loop.Task;
import dev.countermand.loop.error.RuntimeError;
import dev.countermand.loop.kit.Script;
import dev.countermand.loop.kit.Trial;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConditionTest {
    private final Trial t = Trial.begin();
    private final Condition condition = new Condition();

    private static Script waiting(Trial trial, Condition condition, String name) {
        return script(name).await(condition::acquire)
                .onCancel(script("wait").await(condition::waitFor), error -> {
                    condition.release();
                    throw error;
                })
                .run(trial.saying(name)).run(condition::release);
    }

    private static Script notifying(Condition condition, int n) {
        return script("notify").await(condition::acquire).run(() -> condition.notify(n))
                .run(condition::release);
    }

    @Test
    void notifyWakesSoManyInOrder() {
        t.spawn(waiting(t, condition, "a"));
        t.spawn(waiting(t, condition, "b"));
        t.spawn(waiting(t, condition, "c"));
        t.run(script("main").pause(2).await(() -> notifying(condition, 2)).pause(5));
        assertThat(t.log()).containsExactly("a", "b");
        t.run(script("main").await(() -> notifying(condition, 5)).pause(5));
        assertThat(t.log()).containsExactly("a", "b", "c");
    }

    @Test
    void withoutTheLockItCanNeitherBeWaitedForNorNotified() {
        assertThat(catchThrowable(() -> condition.notify(1))).isInstanceOf(RuntimeError.class)
                .hasMessage("cannot notify on un-acquired lock");
        assertThat(t.failure(script("main").await(condition::waitFor)))
                .hasMessage("cannot wait on un-acquired lock");
    }

    @ParameterizedTest
    @EnumSource
    void aNotifiedWaiterThatIsCancelledPassesItOnSince313(PythonVersion python) {
        Trial trial = Trial.begin(python);
        Condition own = new Condition();
        Task<Object> first = trial.spawn(waiting(trial, own, "first"));
        trial.spawn(waiting(trial, own, "second"));
        trial.run(script("main").pause(2).await(() -> notifying(own, 1))
                .run(first::cancel).pause(8));
        boolean passesOn = python.compareTo(PythonVersion.PYTHON_3_13) >= 0;
        assertThat(trial.log()).hasSize(passesOn ? 1 : 0);
        assertThat(first.isCancelled()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void aCancelWhileItTakesTheLockBackKeepsItsMessageSince313(PythonVersion python) {
        Trial trial = Trial.begin(python);
        Condition own = new Condition();
        Task<Object> waiter = trial.spawn(script("waiter").await(own::acquire).onCancel(
                script("wait").await(own::waitFor), error -> {
                    trial.say(error.getMessage() + " with the lock " + own.locked());
                    throw error;
                }));
        trial.run(script("main").pause(2)
                .await(own::acquire).run(() -> own.notify(1)).pause(2)
                .run(() -> waiter.cancel("why")).pause(3)
                .run(() -> assertThat(waiter.isDone()).isFalse())
                .run(own::release).pause(3));
        boolean keeps = python.compareTo(PythonVersion.PYTHON_3_13) >= 0;
        assertThat(trial.log()).containsExactly((keeps ? "why" : "null") + " with the lock true");
    }

    @Test
    void waitForAPredicateGoesOnWhenItHolds() {
        int[] value = {0};
        t.spawn(script("waiter").await(condition::acquire)
                .await(() -> condition.waitFor(() -> value[0] >= 2))
                .run(() -> t.say(value[0])).run(condition::release));
        Script main = script("main").pause(2);
        for (int i = 0; i < 3; i++) {
            main.run(() -> value[0]++).await(() -> notifying(condition, 1)).pause(4);
        }
        t.run(main);
        assertThat(t.log()).containsExactly("2");
    }
}
