package dev.countermand.loop.combine;

import static dev.countermand.loop.kit.Script.script;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countermand.loop.Future;
import dev.countermand.loop.Task;
import dev.countermand.loop.error.ValueError;
import dev.countermand.loop.kit.Leftovers;
import dev.countermand.loop.kit.Picks;
import dev.countermand.loop.kit.Script;
import dev.countermand.loop.kit.Trial;
import dev.countermand.loop.schedule.ChoiceKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class WaitTest {
    private final Trial t = Trial.begin();

    /** With distinct times there are no ties: what is done is what was due, in argument order. */
    @Property(tries = 200, seed = "20261122")
    void waitDividesTheFuturesIntoThoseDoneAndThosePending(
            @ForAll @Size(min = 1, max = 8) List<@IntRange(min = 1, max = 20) Integer> delays,
            @ForAll @IntRange(max = 20) int limit) {
        Trial trial = Trial.begin();
        List<Task<Object>> tasks = new ArrayList<>();
        List<Future<?>> due = new ArrayList<>();
        for (int delay : delays) {
            Task<Object> task = trial.spawn(script("sleeper").sleep(2L * delay));
            tasks.add(task);
            if (2 * delay < 2 * limit + 1) {
                due.add(task);
            }
        }
        trial.run(script("main").<Wait.Result>await(
                () -> new Wait(tasks, 2L * limit + 1, ReturnWhen.ALL_COMPLETED), result -> {
                    assertThat(result.done()).isEqualTo(due);
                    assertThat(result.pending()).hasSize(tasks.size() - due.size())
                            .noneMatch(due::contains);
                    assertThat(tasks).noneMatch(Future::isCancelled);
                }));
    }

    private List<String> waiting(ReturnWhen when) {
        Future<Object> cancelled = t.future();
        Task<Object> failing = t.spawnNamed(script("failing").sleep(2)
                .raise(new IllegalStateException("x")));
        Task<Object> slow = t.spawnNamed(script("slow").sleep(3));
        t.loop().callLater(1, cancelled::cancel);
        List<String> done = new ArrayList<>();
        t.run(script("main").<Wait.Result>await(
                () -> new Wait(List.of(slow, failing, cancelled), null, when),
                result -> result.done().forEach(future -> done.add(future.describe()))));
        return done;
    }

    @Test
    void theFirstToBeDoneEndsTheWaitThoughItIsCancelled() {
        assertThat(waiting(ReturnWhen.FIRST_COMPLETED)).containsExactly("a future");
    }

    @Test
    void theFirstErrorEndsTheWaitAndACancellationIsNone() {
        assertThat(waiting(ReturnWhen.FIRST_EXCEPTION))
                .containsExactly("task failing", "a future");
    }

    @Test
    void allCompletedWaitsForAll() {
        assertThat(waiting(ReturnWhen.ALL_COMPLETED))
                .containsExactly("task slow", "task failing", "a future");
    }

    @Test
    void waitingForNothingIsAnError() {
        assertThat(t.failure(script("main").await(
                () -> new Wait(List.of(), null, ReturnWhen.ALL_COMPLETED))))
                .isInstanceOf(ValueError.class).hasMessage("Set of Tasks/Futures is empty.");
    }

    @Test
    void whatIsDoneByTheTimeItGoesOnCountsAsDone() {
        Task<Object> first = t.spawn(script("first").pause(1));
        Task<Object> second = t.spawn(script("second").pause(2));
        t.run(script("main").<Wait.Result>await(
                () -> new Wait(List.of(second, first), null, ReturnWhen.FIRST_COMPLETED),
                result -> assertThat(result.done()).containsExactly(second, first)));
    }

    @Test
    void tasksThatAreDoneCanBeWaitedForAgainAndTakeNoTime() {
        Task<Object> task = t.spawn(script("task").sleep(3));
        Script main = script("main");
        for (Long limit : Arrays.asList(null, null, 9L)) {
            main.<Wait.Result>await(
                    () -> new Wait(List.of(task, task), limit, ReturnWhen.ALL_COMPLETED),
                    result -> t.say(result.done().size() + " at " + t.loop().nanos()));
        }
        assertThat(Leftovers.idleAfter(t, main)).isEqualTo(3);
        assertThat(t.log()).containsExactly("1 at 3", "1 at 3", "1 at 3");
    }

    @Test
    void anErrorThatIsThereAlreadyEndsTheWaitAtOnce() {
        Task<Object> slow = t.spawn(script("slow").sleep(9));
        Task<Object> failed = t.spawn(script("failed").raise(new IllegalStateException()));
        t.run(script("main").pause(1).<Wait.Result>await(
                () -> new Wait(List.of(slow, failed), null, ReturnWhen.FIRST_EXCEPTION),
                result -> assertThat(result.done()).containsExactly(failed)));
        assertThat(t.loop().nanos()).isZero();
    }

    @Test
    void withoutAnErrorFirstExceptionWaitsForAll() {
        List<Task<Object>> tasks = List.of(
                t.spawn(script("slow").sleep(9)), t.spawn(script("quick").sleep(1)));
        t.run(script("main").<Wait.Result>await(
                () -> new Wait(tasks, null, ReturnWhen.FIRST_EXCEPTION),
                result -> assertThat(result.pending()).isEmpty()));
        assertThat(t.loop().nanos()).isEqualTo(9);
    }

    @Test
    void aTaskThatEndsWithTheTimeoutIsDoneIfItsTimerWasThereFirst() {
        Task<Object> fast = t.spawn(script("fast").sleep(3));
        Task<Object> slow = t.spawn(script("slow").sleep(5));
        t.run(script("main").pause(1).<Wait.Result>await(
                () -> new Wait(List.of(slow, fast), 3L, ReturnWhen.ALL_COMPLETED), result -> {
                    assertThat(result.done()).containsExactly(fast);
                    assertThat(result.pending()).containsExactly(slow);
                }));
        assertThat(t.loop().nanos()).isEqualTo(3);
    }

    @Test
    void whenItIsCancelledItsTasksGoOnAndItsTimerAndCallbacksAreGone() {
        Future<Object> future = t.future();
        Task<Object> waiting = t.spawn(script("waiting").onCancel(
                script("body").await(
                        () -> new Wait(List.of(future), 9L, ReturnWhen.ALL_COMPLETED)),
                e -> t.say(e.getMessage())));
        assertThat(Leftovers.idleAfter(t, script("main").sleep(1)
                .run(() -> waiting.cancel("why")).pause(2)
                .run(() -> t.say(future.isDone()))
                .run(() -> future.setResult(null)).pause(2))).isEqualTo(1);
        assertThat(t.log()).containsExactly("why", "false");
        assertThat(Leftovers.doneCallbacks(t)).isZero();
    }

    @Test
    void aTimeoutThatComesWithTheLastTaskIsDropped() {
        Task<Object> busy = t.spawn(script("busy").pause(1)
                .run(() -> t.loop().clock().advanceTo(5)));
        t.run(script("main").await(
                () -> new Wait(List.of(busy), 5L, ReturnWhen.ALL_COMPLETED)).pause(2));
        assertThat(Leftovers.timersFired(t)).isZero();
    }

    @Test
    void theSetsComeInOrderOfTheArgumentsOrInAnyOther() {
        Trial trial = Trial.begin(new Picks(ChoiceKind.WAIT_ORDER, 1, 1));
        List<Task<Object>> done = List.of(
                trial.spawn(script("a")), trial.spawn(script("b")));
        List<Future<Object>> pending = List.of(trial.future(), trial.future());
        List<Future<Object>> all = new ArrayList<>(pending);
        all.addAll(done);
        trial.run(script("main").pause(1).<Wait.Result>await(
                () -> new Wait(all, 1L, ReturnWhen.ALL_COMPLETED), result -> {
                    assertThat(result.doneInAnyOrder())
                            .containsExactly(done.get(1), done.get(0));
                    assertThat(result.pendingInAnyOrder())
                            .containsExactly(pending.get(1), pending.get(0));
                    assertThat(result.pendingInAnyOrder()).isEqualTo(pending);
                }));
    }

    @Test
    void aDeadlockNamesTheTasksThatAreNotDone() {
        Task<Object> quick = t.spawnNamed(script("quick"));
        Task<Object> slow = t.spawnNamed(script("slow").await(t::future));
        assertThat(Leftovers.waiting(t, script("main").await(
                () -> new Wait(List.of(quick, slow), null, ReturnWhen.ALL_COMPLETED))))
                .containsExactly("slow for a future", "Task-1 for wait for task slow");
    }
}
