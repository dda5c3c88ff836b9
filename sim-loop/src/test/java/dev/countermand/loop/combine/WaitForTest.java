package dev.countermand.loop.combine;

import static dev.countermand.loop.kit.Script.script;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countermand.loop.Awaitable;
import dev.countermand.loop.Coroutine;
import dev.countermand.loop.Future;
import dev.countermand.loop.PythonVersion;
import dev.countermand.loop.Task;
import dev.countermand.loop.error.CancelledError;
import dev.countermand.loop.error.TimeoutError;
import dev.countermand.loop.kit.Leftovers;
import dev.countermand.loop.kit.Script;
import dev.countermand.loop.kit.Trial;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
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

    /** Waits for ever; when cancelled it cleans up for a while and ends cancelled. */
    private static Script held(Trial t, long cleanUp) {
        CancelledError[] cancelled = new CancelledError[1];
        return script("held").onCancel(script("wait").await(t::future), e -> {
            t.say("inner");
            cancelled[0] = e;
        }, script("more").sleep(cleanUp).await(() -> {
            throw cancelled[0];
        }));
    }

    private static Script limited(
            Trial t, Supplier<Awaitable<Object>> inner, @Nullable Long timeoutNanos) {
        return script("limited").attempt(
                script("body").await(() -> WaitFor.of(t.loop(), inner.get(), timeoutNanos), t::say),
                Throwable.class,
                e -> t.say(e.getClass().getSimpleName() + " at " + t.loop().nanos()));
    }

    @ParameterizedTest
    @EnumSource
    void withNoTimeLeftARunningTaskIsCancelled(PythonVersion python) {
        for (long none : new long[] {0, -1}) {
            Trial t = Trial.begin(python);
            Task<Object> running = t.spawn(held(t, 0));
            t.run(script("main").pause(1).await(() -> limited(t, () -> running, none)));
            assertThat(t.log()).containsExactly("inner", "TimeoutError at 0");
            assertThat(running.isCancelled()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsDoneIsGivenWhateverTheLimit(PythonVersion python) {
        for (Long limit : Arrays.asList(0L, 5L, null)) {
            Trial t = Trial.begin(python);
            Future<Object> done = t.future();
            done.setResult("done");
            Future<Object> failed = t.future();
            failed.setException(new IllegalStateException());
            assertThat(Leftovers.idleAfter(t, script("main")
                    .await(() -> limited(t, () -> done, limit))
                    .await(() -> limited(t, () -> failed, limit)))).isZero();
            assertThat(t.log()).containsExactly("done", "IllegalStateException at 0");
        }
    }

    @ParameterizedTest
    @EnumSource
    void withoutALimitItWaitsForCoroutinesTasksAndFutures(PythonVersion python) {
        Trial t = Trial.begin(python);
        Future<Object> future = t.future();
        t.loop().callLater(5, () -> future.setResult("future"));
        t.run(script("main")
                .await(() -> limited(t, () -> script("a").pause(1).giving(() -> "coroutine"), null))
                .await(() -> limited(
                        t, () -> t.spawn(script("b").pause(1).giving(() -> "task")), null))
                .await(() -> limited(t, () -> future, null)));
        assertThat(t.log()).containsExactly("coroutine", "task", "future");
    }

    @ParameterizedTest
    @EnumSource
    void howeverItEndsItsTimerIsGone(PythonVersion python) {
        Supplier<Trial> begin = () -> Trial.begin(python);
        Trial returning = begin.get();
        assertThat(Leftovers.idleAfter(returning, script("main").await(
                () -> limited(returning, () -> script("inner").sleep(2), 9L)))).isEqualTo(2);
        Trial failing = begin.get();
        assertThat(Leftovers.idleAfter(failing, script("main").await(() -> limited(failing,
                () -> script("inner").sleep(1).raise(new IllegalStateException()), 9L))))
                .isEqualTo(1);
        Trial cancelled = begin.get();
        Task<Object> waiting = cancelled.spawn(limited(cancelled, () -> held(cancelled, 0), 9L));
        assertThat(Leftovers.idleAfter(
                cancelled, script("main").sleep(1).run(waiting::cancel))).isEqualTo(1);
        Trial futures = begin.get();
        Future<Object> future = futures.future();
        futures.loop().callLater(2, () -> future.setResult("set"));
        assertThat(Leftovers.idleAfter(futures, script("main").await(
                () -> limited(futures, () -> future, 9L)))).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void aTaskThatCleansUpIsWaitedForBeforeTheTimeoutIsRaised(PythonVersion python) {
        Trial t = Trial.begin(python);
        t.run(script("main").await(() -> limited(t, () -> t.spawn(held(t, 3)), 2L)));
        Task<Object> running = t.spawn(held(t, 3));
        t.run(script("main").pause(1).await(() -> limited(t, () -> running, 0L)));
        assertThat(t.log()).containsExactly(
                "inner", "TimeoutError at 5", "inner", "TimeoutError at 8");
        assertThat(running.isCancelled()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void anErrorOfTheCleanUpIsRaisedInPlaceOfTheTimeout(PythonVersion python) {
        Trial t = Trial.begin(python);
        Supplier<Script> failing = () -> script("held").onCancel(
                script("wait").await(t::future), e -> {
                    throw new IllegalStateException();
                });
        Task<Object> running = t.spawn(failing.get());
        t.run(script("main").await(() -> limited(t, () -> t.spawn(failing.get()), 2L))
                .await(() -> limited(t, () -> running, 0L)));
        assertThat(t.log()).containsExactly(
                "IllegalStateException at 2", "IllegalStateException at 2");
    }

    @ParameterizedTest
    @EnumSource
    void cancellingItCancelsTheTaskAndWaitsForIt(PythonVersion python) {
        for (Long limit : Arrays.asList(null, 60L)) {
            Trial t = Trial.begin(python);
            Task<Object> inner = t.spawn(held(t, 3));
            Task<Object> waiting = t.spawn(WaitFor.of(t.loop(), inner, limit));
            t.run(script("main").pause(2).run(() -> waiting.cancel("why"))
                    .onCancel(script("await").await(() -> waiting),
                            e -> t.say(e.getMessage() + " at " + t.loop().nanos())));
            assertThat(t.log()).containsExactly("inner", "why at 3");
            assertThat(inner.isCancelled()).isTrue();
            assertThat(inner.cancelling()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aTaskThatSwallowsTheCancelGivesItsResultSince312(PythonVersion python) {
        Trial t = Trial.begin(python);
        Supplier<Script> swallowing = () -> script("swallowing").onCancel(
                script("wait").await(t::future), e -> {}).giving(() -> 42);
        for (boolean task : new boolean[] {false, true}) {
            Task<Object> waiting = t.spawn(limited(
                    t, () -> task ? t.spawn(swallowing.get()) : swallowing.get(), 9L));
            t.run(script("main").pause(3).run(waiting::cancel).pause(4));
        }
        String outcome = isOld(python) ? "CancelledError at 0" : "42";
        assertThat(t.log()).containsExactly(outcome, outcome);
    }

    @ParameterizedTest
    @EnumSource
    void aCancelWhileItWaitsForTheCleanUpEndsItAtOnce(PythonVersion python) {
        Trial t = Trial.begin(python);
        Task<Object> inner = t.spawn(held(t, 3));
        Task<Object> waiting = t.spawn(script("waiting").pause(1)
                .await(() -> limited(t, () -> inner, 0L)));
        t.run(script("main").sleep(1).run(waiting::cancel).sleep(5));
        assertThat(t.log()).containsExactly("inner", "CancelledError at 1");
        assertThat(inner.isCancelled()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void aShieldedTaskGoesOnAfterTheTimeout(PythonVersion python) {
        for (Long limit : Arrays.asList(0L, 1L, null)) {
            Trial t = Trial.begin(python);
            Task<Object> inner = t.spawn(script("inner").sleep(3).giving(() -> "done"));
            List<Future<Object>> shields = new ArrayList<>();
            t.run(script("main").run(() -> shields.add(Shield.of(inner)))
                    .await(() -> limited(t, () -> shields.get(0), limit))
                    .await(() -> inner, t::say));
            assertThat(t.log()).containsExactly(
                    limit == null ? "done" : "TimeoutError at " + limit, "done");
            assertThat(shields.get(0).isCancelled()).isEqualTo(limit != null);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aDeadlockSaysForWhatItWaits(PythonVersion python) {
        Trial t = Trial.begin(python);
        Task<Object> stubborn = t.spawnNamed(script("stubborn").onCancel(
                script("wait").await(t::future), e -> {}, script("more").await(t::future)));
        assertThat(Leftovers.waiting(t, script("main").pause(1)
                .await(() -> WaitFor.of(t.loop(), stubborn, 0L))))
                .hasSize(2).last().asString().endsWith("for the end of task stubborn");
    }

    @ParameterizedTest
    @EnumSource
    void aLimitThatPassesDuringTheCleanUpAfterACancelInterruptsItSince312(PythonVersion python) {
        Trial t = Trial.begin(python);
        Script inner = script("inner").onCancel(script("wait").await(t::future), e -> {},
                script("clean up").sleep(20).run(t.saying("cleaned up"))
                        .raise(new CancelledError()));
        Task<Object> waiting = t.spawn(limited(t, () -> inner, 9L));
        t.run(script("main").sleep(1).run(waiting::cancel).await(() -> waiting));
        assertThat(t.log()).isEqualTo(isOld(python)
                ? List.of("cleaned up", "CancelledError at 21")
                : List.of("CancelledError at 9"));
    }

    @ParameterizedTest
    @EnumSource
    void itIsCalledWaitForAndIsWhereItsCoroutineIs(PythonVersion python) {
        Trial t = Trial.begin(python);
        Coroutine<Object> waiting = WaitFor.of(
                t.loop(), script("inner").pause(1).await(t::future), null);
        assertThat(waiting.name()).isEqualTo("wait_for");
        Task<Object> task = t.spawn(waiting);
        t.run(script("main").pause(3));
        assertThat(task.coroutine().where()).isEqualTo("inner:1");
    }

    @ParameterizedTest
    @EnumSource
    void aCancelWhileItWaitsForATimedOutTaskEndsItAtOnceUntil311(PythonVersion python) {
        Trial t = Trial.begin(python);
        Script again = script("again")
                .onCancel(script("wait").sleep(3), e -> {}, script("more").sleep(3));
        Task<Object> stubborn = t.spawn(script("stubborn")
                .onCancel(script("wait").sleep(3), e -> {}, again).giving(() -> 42));
        Task<Object> waiting = t.spawn(limited(t, () -> stubborn, 1L));
        t.run(script("main").sleep(2).run(waiting::cancel).await(() -> waiting)
                .await(() -> stubborn, value -> t.say(value + " at " + t.loop().nanos())));
        assertThat(t.log()).isEqualTo(isOld(python)
                ? List.of("CancelledError at 2", "42 at 4") : List.of("42", "42 at 5"));
    }
}
