package dev.countermand.loop.sync;

import static dev.countermand.loop.kit.Script.script;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.countermand.loop.PythonVersion;
import dev.countermand.loop.SimLoop;
import dev.countermand.loop.Task;
import dev.countermand.loop.combine.WaitFor;
import dev.countermand.loop.error.RuntimeError;
import dev.countermand.loop.error.TimeoutError;
import dev.countermand.loop.kit.Script;
import dev.countermand.loop.kit.Trial;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    @Test
    void aCancelledWaiterTakesTheLockBackAndRaisesTheSameError() {
        List<Throwable> errors = new ArrayList<>();
        Task<Object> waiter = t.spawn(script("waiter").await(condition::acquire).onCancel(
                script("wait").await(() -> condition.waitFor(() -> false)), error -> {
                    errors.add(error);
                    t.say("locked " + condition.locked());
                    throw error;
                }));
        t.run(script("main").pause(1).run(() -> t.say("locked " + condition.locked()))
                .run(() -> waiter.cancel("why")).pause(2)
                .run(condition::notifyEveryone));
        assertThat(t.log()).containsExactly("locked false", "locked true");
        assertThat(catchThrowable(waiter::result)).isSameAs(errors.get(0)).hasMessage("why");
    }

    @Test
    void aCancelThatComesWhileTheLockIsTakenIsRaisedWithTheLockHeld() {
        Task<Object> waiter = t.spawn(script("waiter").await(condition::acquire)
                .await(condition::waitFor));
        t.run(script("main").pause(1).await(condition::acquire).run(() -> condition.notify(1))
                .run(() -> t.loop().callSoon(waiter::cancel))
                .run(() -> t.loop().callSoon(condition::release)).pause(5));
        assertThat(waiter.isCancelled()).isTrue();
        assertThat(condition.locked()).isTrue();
    }

    @Test
    void twoNotificationsBeforeTheReleaseWakeTwo() {
        List.of("a", "b", "c").forEach(name -> t.spawn(waiting(t, condition, name)));
        t.run(script("main").pause(2).await(condition::acquire)
                .run(() -> condition.notify(1)).run(() -> condition.notify(1))
                .run(condition::release).pause(5).run(t.saying("-"))
                .await(() -> notifying(condition, 2048)).pause(3));
        assertThat(t.log()).containsExactly("a", "b", "-", "c");
    }

    @Test
    void notifyEveryoneWakesAllOfThemOnceTheLockIsFree() {
        List.of("a", "b", "c").forEach(name -> t.spawn(waiting(t, condition, name)));
        t.run(script("main").pause(2).await(condition::acquire).run(condition::notifyEveryone)
                .pause(3).run(t.saying("-")).run(condition::release).pause(4));
        assertThat(t.log()).containsExactly("-", "a", "b", "c");
        assertThat(condition.locked()).isFalse();
        assertThat(catchThrowable(condition::notifyEveryone))
                .hasMessage("cannot notify on un-acquired lock");
    }

    @Test
    void aPredicateThatHoldsIsNotWaitedForAndNeedsNoLock() {
        t.run(script("main").await(() -> condition.waitForValue(() -> List.of(1)), t::say)
                .await(() -> condition.waitFor(() -> true), t::say)
                .attempt(script("wait").await(() -> condition.waitFor(() -> false)),
                        RuntimeError.class, error -> t.say(error.getMessage())));
        assertThat(t.log()).containsExactly("[1]", "true", "cannot wait on un-acquired lock");
    }

    @Test
    void conditionsMayShareALock() {
        Lock lock = new Lock();
        Condition one = new Condition("one", lock);
        Condition other = new Condition("other", lock);
        t.run(script("main").await(one::acquire)
                .run(() -> assertThat(lock.locked() && other.locked()).isTrue())
                .run(() -> other.notify(1)).run(other::release)
                .run(() -> assertThat(lock.locked() || one.locked()).isFalse())
                .await(lock::acquire).run(() -> assertThat(one.locked()).isTrue()));
    }

    @Test
    void aTimeoutOfTheWaitLeavesTheLockHeld() {
        t.run(script("main").await(condition::acquire).attempt(
                script("body").await(() -> WaitFor.of(t.loop(), condition.waitFor(), 5L)),
                TimeoutError.class, error -> t.say("locked " + condition.locked())));
        assertThat(t.log()).containsExactly("locked true");
    }

    /** A notified task is cancelled, at once or while it takes the lock; another waits behind. */
    @ParameterizedTest
    @CsvSource({
        "3.11,false,false", "3.12,true,false", "3.13,false,true", "3.13,true,true",
        "3.14,false,true", "3.14,true,true"
    })
    void whatWasProducedIsConsumedThoughTheNotifiedTaskIsCancelledSince313(
            String python, boolean whileItTakesTheLock, boolean consumed) {
        Trial trial = Trial.begin(PythonVersion.of(python));
        Condition own = new Condition();
        int[] items = {0};
        List<Task<Object>> consumers = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            consumers.add(trial.spawn(script("consumer").await(own::acquire)
                    .onCancel(script("wait").await(() -> own.waitFor(() -> items[0] > 0)), e -> {
                        own.release();
                        throw e;
                    })
                    .run(() -> items[0]--).run(own::release)));
        }
        trial.run(script("main").pause(1).await(own::acquire).run(() -> items[0]++)
                .run(() -> own.notify(1)).pause(whileItTakesTheLock ? 1 : 0)
                .run(consumers.get(0)::cancel).run(own::release).pause(6));
        assertThat(consumers.get(0).isCancelled()).isTrue();
        assertThat(consumers.get(1).isDone()).isEqualTo(consumed);
        assertThat(items[0]).isEqualTo(consumed ? 0 : 1);
    }

    /** Before 3.13 the lock is let go of before it turns out, and has to be waited for again. */
    @ParameterizedTest
    @EnumSource
    void aConditionOfAnotherLoopIsRefusedWithTheLockHeld(PythonVersion python) {
        Trial trial = Trial.begin(python);
        Lock lock = new Lock();
        Condition own = new Condition(null, lock);
        trial.simulation().newLoop().runUntilComplete(script("bind").run(() ->
                SimLoop.running().createTask(script("waiter")
                        .await(own::acquire).await(own::waitFor))).pause(2));
        trial.run(script("main").await(lock::acquire)
                .run(() -> trial.spawn(script("taker").await(lock::acquire)
                        .run(trial.saying("taker")).run(lock::release)))
                .pause(1)
                .attempt(script("wait").await(own::waitFor), RuntimeError.class, error ->
                        trial.say(error.getMessage().endsWith(
                                "is bound to a different event loop") + " " + own.locked())));
        boolean letGo = python.compareTo(PythonVersion.PYTHON_3_13) < 0;
        assertThat(trial.log())
                .isEqualTo(letGo ? List.of("taker", "true true") : List.of("true true"));
    }
}
