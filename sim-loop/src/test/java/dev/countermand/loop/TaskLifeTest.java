package dev.countermand.loop;

import static dev.countermand.loop.kit.Script.script;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.countermand.loop.error.CancelledError;
import dev.countermand.loop.error.SystemExit;
import dev.countermand.loop.kit.Script;
import dev.countermand.loop.kit.Trial;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a task tells of itself, and what becomes of it when what it awaits ends. */
class TaskLifeTest {
    private final Trial t = Trial.begin();
    private final Future<Object> first = t.future();
    private final Future<Object> second = t.future();

    @Test
    void aTaskKnowsItsCoroutineItsContextItsLoopAndItsName() {
        Context context = new Context();
        Script body = script("body");
        Task<Object> task = t.loop().createTask(body, new TaskOptions("named", context, null));
        assertThat(task.coroutine()).isSameAs(body);
        assertThat(task.context()).isSameAs(context);
        assertThat(task.loop()).isSameAs(t.loop());
        assertThat(task.name()).isEqualTo("named");
        task.setName("renamed");
        assertThat(task.name()).isEqualTo("renamed");
        assertThat(task.id()).isEqualTo(1);
        assertThat(t.spawn(script("next")).id()).isEqualTo(2);
    }

    @Test
    void itsTextNamesItsState() {
        Task<Object> task = t.spawnNamed(script("worker").await(() -> first));
        assertThat(task).hasToString("<Task pending name='worker'>");
        t.run(script("main").pause(1).run(task::cancel)
                .run(() -> t.say(task)).run(task::uncancel).run(() -> t.say(task)).pause(2));
        assertThat(t.log()).containsExactly(
                "<Task cancelling name='worker'>", "<Task pending name='worker'>");
        assertThat(task).hasToString("<Task cancelled name='worker'>");
        Task<Object> other = t.spawnNamed(script("other"));
        t.run(script("main").pause(2));
        other.cancel();
        assertThat(other).hasToString("<Task finished name='other'>");
    }

    @Test
    void theCurrentTaskFollowsTheStepsAndThereIsNoneBetweenThem() {
        Task<?>[] tasks = new Task<?>[2];
        Runnable whoAmI = () -> t.say(
                t.loop().currentTask() == tasks[0] ? "0" : t.loop().currentTask() == tasks[1]
                        ? "1" : "none");
        tasks[0] = t.spawn(script("a").run(whoAmI).await(() -> first).run(whoAmI)
                .run(() -> second.setResult(1)));
        tasks[1] = t.spawn(script("b").run(whoAmI).run(() -> first.setResult(1))
                .await(() -> second).run(whoAmI));
        t.loop().callSoon(whoAmI);
        t.run(script("main").pause(4));
        assertThat(t.log()).containsExactly("0", "1", "none", "0", "1");
        assertThat(t.loop().currentTask()).isNull();
    }

    @Test
    void whatATaskAwaitsChangesAndIsNothingAtItsEnd() {
        Task<Object> task = t.spawn(script("task").await(() -> first)
                .onCancel(script("body").await(() -> second), error -> {},
                        script("more").pause(1)).giving(() -> 42));
        assertThat(task.awaits()).isNull();
        t.run(script("main")
                .pause(1).run(() -> assertThat(task.awaits()).isSameAs(first))
                .run(() -> first.setResult(1))
                .pause(1).run(() -> assertThat(task.awaits()).isSameAs(second))
                .run(task::cancel).run(() -> assertThat(second.isCancelled()).isTrue())
                .pause(1).run(() -> assertThat(task.awaits()).isNull())
                .pause(2));
        assertThat(task.result()).isEqualTo(42);
        assertThat(task.awaits()).isNull();
    }

    @Test
    void aTaskWhoseFutureIsCancelledIsCancelledWithoutAnyRequest() {
        Task<Object> task = t.spawn(script("task").await(() -> first));
        t.run(script("main").pause(1).run(() -> first.cancel("by hand")).pause(2));
        assertThat(task.isCancelled()).isTrue();
        assertThat(task.cancelling()).isZero();
        assertThat(catchThrowable(task::result)).hasMessage("by hand");
    }

    @Test
    void aCancelThatComesWithThatOfItsFutureIsOneError() {
        Task<Object> task = t.spawn(script("task").onCancel(
                script("body").await(() -> first), error -> t.say("caught " + error.getMessage()),
                script("more").pause(2).run(t.saying("on"))));
        t.run(script("main").pause(1).run(() -> first.cancel("inner"))
                .run(() -> task.cancel("outer")).pause(4));
        assertThat(t.log()).containsExactly("caught inner", "on");
        assertThat(task.isCancelled()).isFalse();
    }

    @Test
    void theMessageOfACancelIsThereBeforeTheErrorIs() {
        Task<Object> task = t.spawn(script("task"));
        assertThat(task.cancelMessage()).isNull();
        task.cancel("why");
        assertThat(task.cancelMessage()).isEqualTo("why");
        t.run(script("main").pause(1));
        assertThat(catchThrowable(task::exception)).isInstanceOf(CancelledError.class)
                .hasMessage("why");
    }

    @Test
    void anExitRaisedInsteadOfACancellationLeavesTheLoopAndIsKept() {
        SystemExit exit = new SystemExit("2");
        Task<Object> task = t.spawn(script("task").onCancel(
                script("body").await(() -> first), error -> {
                    throw exit;
                }));
        assertThat(t.failure(script("main").pause(1).run(task::cancel).pause(3))).isSameAs(exit);
        assertThat(task.isCancelled()).isFalse();
        assertThat(task.exception()).isSameAs(exit);
    }

    /** What {@code timeout} does, written by hand: only the own request is taken back. */
    @Test
    void aBlockThatCancelsItsTaskAndTakesThatBackLeavesNoTrace() {
        Task<Object> task = t.spawn(script("task")
                .run(() -> cancelIn(5))
                .onCancel(script("block").await(() -> first),
                        error -> t.say(t.loop().currentTask().uncancel()))
                .pause(1).giving(() -> t.loop().nanos()));
        t.run(script("main").sleep(9));
        assertThat(t.log()).containsExactly("0");
        assertThat(task.result()).isEqualTo(5L);
        assertThat(task.cancelling()).isZero();
    }

    private void cancelIn(long nanos) {
        Task<?> own = t.loop().currentTask();
        t.loop().callLater(nanos, own::cancel);
    }

    @Test
    void uncancelOfATaskThatIsCancelledDoesNotBringItBack() {
        Task<Object> task = t.spawn(script("task").await(() -> first));
        t.run(script("main").pause(1).run(task::cancel).pause(2));
        task.uncancel();
        assertThat(task.isCancelled()).isTrue();
    }

    @Test
    void aTaskGoesOnInALaterRunOfItsLoop() {
        Task<Object> task = t.spawn(script("task").sleep(5).giving(() -> "late"));
        t.loop().callLater(2, t.loop()::stop);
        assertThat(catchThrowable(() -> t.loop().runUntilComplete(task)))
                .hasMessage("Event loop stopped before Future completed.");
        assertThat(task.isDone()).isFalse();
        assertThat(t.loop().runUntilComplete(task)).isEqualTo("late");
        assertThat(t.loop().nanos()).isEqualTo(5);
    }

    @Test
    void aCoroutineMayReturnAFutureWithoutAwaitingIt() {
        Task<Object> task = t.spawn(script("task").giving(() -> first));
        t.run(script("main").pause(2));
        assertThat(task.result()).isSameAs(first);
        assertThat(first.isDone()).isFalse();
    }

    @Test
    void aFutureCanBeAwaitedAgainAndByManyTasks() {
        for (String name : List.of("a", "b")) {
            t.spawn(script(name).await(() -> first, t::say).await(() -> first, t::say));
        }
        t.run(script("main").pause(1).run(() -> first.setResult(1))
                .pause(1).await(() -> first, t::say));
        assertThat(t.log()).containsExactly("1", "1", "1", "1", "1");
    }
}
