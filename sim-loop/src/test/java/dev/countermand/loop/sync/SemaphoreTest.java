package dev.countermand.loop.sync;

import static dev.countermand.loop.kit.Script.script;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.countermand.loop.Coroutine;
import dev.countermand.loop.PythonVersion;
import dev.countermand.loop.Task;
import dev.countermand.loop.combine.Gather;
import dev.countermand.loop.error.CancelledError;
import dev.countermand.loop.error.ValueError;
import dev.countermand.loop.kit.Script;
import dev.countermand.loop.kit.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SemaphoreTest {
    private final Trial t = Trial.begin();
    private final Semaphore none = new Semaphore(0);

    /** Some of the tasks are cancelled on the way; no permit may be lost by that. */
    @Property(tries = 300, seed = "20261122")
    void neverMoreThanItsPermitsAreOutAndAllComeBack(
            @ForAll @IntRange(min = 1, max = 3) int permits,
            @ForAll @Size(max = 8) List<@IntRange(max = 3) Integer> pauses,
            @ForAll @Size(8) List<@IntRange(max = 12) Integer> cancelAfter) {
        Trial trial = Trial.begin();
        Semaphore semaphore = new Semaphore(permits);
        int[] out = {0};
        List<Task<Object>> tasks = new ArrayList<>();
        for (int pause : pauses) {
            tasks.add(trial.spawn(script("user")
                    .await(semaphore::acquire)
                    .run(() -> assertThat(++out[0]).isLessThanOrEqualTo(permits))
                    .onCancel(script("use").pause(pause), error -> {})
                    .run(() -> out[0]--)
                    .run(semaphore::release)));
        }
        for (int i = 0; i < tasks.size(); i++) {
            int pause = cancelAfter.get(i);
            Task<Object> task = tasks.get(i);
            trial.spawn(script("canceller").pause(pause).run(task::cancel));
        }
        trial.run(script("main").sleep(1));
        assertThat(tasks).allMatch(Task::isDone);
        assertThat(out[0]).isZero();
        assertThat(semaphore.value()).isEqualTo(permits);
        assertThat(semaphore.locked()).isFalse();
    }

    @Test
    void aNewcomerQueuesBehindAWaiterThoughAPermitIsFree() {
        Semaphore semaphore = new Semaphore(0);
        t.spawn(script("waiter").await(semaphore::acquire).run(t.saying("waiter")));
        t.run(script("main").pause(1)
                .run(semaphore::release).run(semaphore::release)
                .run(() -> assertThat(semaphore.locked()).isTrue())
                .await(semaphore::acquire).run(t.saying("newcomer")));
        assertThat(t.log()).containsExactly("waiter", "newcomer");
    }

    @Test
    void aBoundedOneRefusesAReleaseTooMany() {
        assertThatExceptionOfType(ValueError.class).isThrownBy(new BoundedSemaphore(1)::release)
                .withMessage("BoundedSemaphore released too many times");
        assertThatExceptionOfType(ValueError.class).isThrownBy(() -> new Semaphore(-1))
                .withMessage("Semaphore initial value must be >= 0");
    }

    private Script taking(Semaphore semaphore, String name) {
        return script(name).await(semaphore::acquire).run(t.saying(name));
    }

    private List<Task<Object>> waiters(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> t.spawn(taking(none, "waiter " + i))).toList();
    }

    @Test
    void permitsThatComeBackBelongToThoseWhoWait() {
        Semaphore three = new Semaphore(3);
        Runnable state = () -> t.say(three.locked() + " " + three.value());
        t.run(script("main").await(three::acquire).await(three::acquire).run(state)
                .run(() -> List.of("a", "b", "c").forEach(name -> t.spawn(taking(three, name))))
                .pause(1).run(state)
                .run(() -> t.spawn(taking(three, "d")))
                .run(three::release).run(three::release).run(state).pause(1).run(state)
                .run(three::release).pause(2).run(state));
        assertThat(t.log()).containsExactly("false 1", "a", "true 0", "true 0", "b", "c", "true 0",
                "d", "true 0");
    }

    @Test
    void cancelledWaitersArePassedOver() {
        List<Task<Object>> waiters = waiters(4);
        t.run(script("main").pause(1).run(waiters.get(0)::cancel).run(waiters.get(1)::cancel)
                .run(none::release).pause(2));
        assertThat(t.log()).containsExactly("waiter 2");
        assertThat(none.locked()).isTrue();
        assertThat(none.value()).isZero();
    }

    @Test
    void withNobodyWaitingAPermitIsFreeAgain() {
        List<Task<Object>> waiters = waiters(2);
        t.run(script("main").pause(1).run(waiters.get(0)::cancel).run(none::release).pause(2)
                .run(() -> t.say(none.locked()))
                .run(none::release).run(() -> t.say(none.locked() + " " + none.value())));
        assertThat(t.log()).containsExactly("waiter 1", "true", "false 1");
    }

    @ParameterizedTest
    @EnumSource
    void aWokenWaiterThatIsCancelledGivesItsPermitToTheNext(PythonVersion python) {
        Trial trial = Trial.begin(python);
        Semaphore own = new Semaphore(0);
        List<Task<Object>> waiters = IntStream.range(0, 3).mapToObj(i -> trial.spawn(
                script("waiter").await(own::acquire).run(trial.saying("" + i)))).toList();
        trial.run(script("main").pause(1).run(own::release).run(waiters.get(0)::cancel).pause(3)
                .run(trial.saying("-")).run(own::release).pause(2)
                .run(own::release));
        assertThat(trial.log()).containsExactly("1", "-", "2");
        assertThat(own.value()).isEqualTo(1);
    }

    @Test
    void aTaskThatComesAgainQueuesBehindThoseWhoWait() {
        Semaphore one = new Semaphore(1);
        List<Task<Object>> tasks = new ArrayList<>();
        t.run(script("main").run(() -> {
            tasks.add(t.spawn(taking(one, "first")));
            tasks.add(t.spawn(taking(one, "second").run(one::release)
                    .await(one::acquire).run(t.saying("second again"))));
            tasks.add(t.spawn(taking(one, "third")));
        }).pause(1).run(one::release).run(one::release).await(() -> Gather.of(tasks, false)));
        assertThat(t.log()).containsExactly("first", "second", "third", "second again");
    }

    @ParameterizedTest
    @EnumSource
    void theFirstThatGoesOnWakesAllForWhomThereArePermitsSince313(PythonVersion python) {
        Trial trial = Trial.begin(python);
        Semaphore own = new Semaphore(0);
        Function<String, Script> taking = name -> script(name).await(own::acquire)
                .run(() -> trial.say(name + " in " + trial.loop().iterations()));
        trial.spawn(taking.apply("a"));
        trial.spawn(script("releasing").run(own::release).run(own::release).run(own::release)
                .run(() -> trial.say(own.value() + " " + own.locked()))
                .await(() -> taking.apply("b")));
        trial.spawn(taking.apply("c"));
        trial.run(script("main").pause(5));
        boolean all = python.compareTo(PythonVersion.PYTHON_3_13) >= 0;
        assertThat(trial.log())
                .containsExactly("2 true", "a in 2", "b in 3", all ? "c in 3" : "c in 4");
        assertThat(own.value()).isZero();
    }

    /** Whoever drives a coroutine by hand can do that; a task never does. */
    @ParameterizedTest
    @EnumSource
    void aCancelledErrorThrownIntoAWaitingAcquireAddsAPermitUntil312(PythonVersion python) {
        Trial trial = Trial.begin(python);
        Semaphore own = new Semaphore(0);
        trial.run(script("main").run(() -> {
            Coroutine<Boolean> acquire = own.acquire();
            acquire.resume(null);
            assertThat(catchThrowable(() -> acquire.resume(new CancelledError())))
                    .isInstanceOf(CancelledError.class);
        }));
        boolean adds = python.compareTo(PythonVersion.PYTHON_3_13) < 0;
        assertThat(own.value()).isEqualTo(adds ? 1 : 0);
    }

    @Test
    void aBoundedOneTakesBackWhatItGave() {
        BoundedSemaphore two = new BoundedSemaphore(2);
        t.run(script("main").await(two::acquire).await(two::acquire)
                .run(() -> assertThat(two.locked()).isTrue())
                .run(two::release).run(() -> assertThat(two.locked()).isFalse()).run(two::release));
        assertThat(two.value()).isEqualTo(2);
    }
}
