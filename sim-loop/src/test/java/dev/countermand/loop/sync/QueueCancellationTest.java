package dev.countermand.loop.sync;

import static dev.countermand.loop.kit.Script.script;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.countermand.loop.SimLoop;
import dev.countermand.loop.Task;
import dev.countermand.loop.combine.WaitFor;
import dev.countermand.loop.error.CancelledError;
import dev.countermand.loop.error.RuntimeError;
import dev.countermand.loop.error.TimeoutError;
import dev.countermand.loop.kit.Leftovers;
import dev.countermand.loop.kit.Trial;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Getters, putters and joiners of a queue that are cancelled, time out, or wait for ever. */
class QueueCancellationTest {
    private final Trial t = Trial.begin();
    private final Queue<Object> queue = new Queue<>();
    private final Queue<Object> one = new Queue<>("one", 1, QueueOrder.fifo());
    private final List<Task<Object>> tasks = new ArrayList<>();

    private Runnable getting(int times) {
        return () -> {
            for (int i = 0; i < times; i++) {
                tasks.add(t.spawn(script("get").await(queue::get, t::say)));
            }
        };
    }

    private Runnable putting(Object... items) {
        return () -> List.of(items).forEach(
                item -> tasks.add(t.spawn(script("put").await(() -> one.put(item)))));
    }

    @Test
    void aGetterThatGaveUpIsOutOfTheLine() {
        t.run(script("main").run(getting(2)).pause(1).run(() -> tasks.get(0).cancel()).pause(1)
                .run(() -> queue.putNowait("a")).pause(1)
                .attempt(script("get").await(() -> WaitFor.of(t.loop(), queue.get(), 5L)),
                        TimeoutError.class, error -> t.say("timeout"))
                .run(() -> queue.putNowait("b")).run(() -> t.say(queue.getNowait())));
        assertThat(t.log()).containsExactly("a", "timeout", "b");
        assertThat(catchThrowable(tasks.get(0)::result)).isInstanceOf(CancelledError.class);
    }

    @Test
    void anItemIsNotLostWithTheGetterThatWasWokenForIt() {
        t.run(script("main").run(getting(1)).pause(1).run(() -> queue.putNowait(1))
                .run(() -> queue.putNowait(2)).run(() -> tasks.get(0).cancel()).pause(2)
                .await(queue::get, t::say).run(() -> t.say("left " + queue.size())));
        assertThat(t.log()).containsExactly("1", "left 1");
        assertThat(tasks.get(0).isCancelled()).isTrue();
    }

    @Test
    void theOthersGetWhatAWokenGetterLeaves() {
        t.run(script("main").run(getting(3)).pause(1).run(() -> queue.putNowait(1))
                .run(() -> queue.putNowait(2)).run(() -> tasks.get(0).cancel()).pause(3));
        assertThat(t.log()).containsExactly("1", "2");
        assertThat(tasks).extracting(Task::isCancelled).containsExactly(true, false, false);
    }

    @Test
    void theRoomOfAWokenPutterThatIsCancelledGoesToTheNext() {
        one.putNowait(1);
        t.run(script("main").run(putting(2, 3)).pause(1).run(() -> t.say(one.getNowait()))
                .run(() -> tasks.get(0).cancel()).pause(2).run(() -> t.say(one.getNowait())));
        assertThat(t.log()).containsExactly("1", "3");
        assertThat(one.size()).isZero();
    }

    @Test
    void aPutterThatGaveUpPutsNothingIn() {
        t.run(script("main").run(putting("a", "b", "c")).pause(1)
                .run(() -> tasks.get(2).cancel()).pause(1).run(() -> t.say(one.getNowait()))
                .pause(1).run(() -> t.say(one.getNowait())).pause(2));
        assertThat(t.log()).containsExactly("a", "b");
        assertThat(one.size()).isZero();
        assertThat(tasks).extracting(Task::isCancelled).containsExactly(false, false, true);
    }

    @Test
    void aJoinMayBeCancelled() {
        queue.putNowait(1);
        Task<Object> joining = t.spawn(script("join").await(queue::join));
        t.run(script("main").pause(1).run(joining::cancel).pause(1));
        assertThat(joining.isCancelled()).isTrue();
    }

    @Test
    void itBelongsToTheLoopOnWhichSomebodyFirstWaited() {
        t.simulation().newLoop().runUntilComplete(script("other").attempt(
                script("get").await(() -> WaitFor.of(
                        SimLoop.running(), queue.get(), 1L)),
                TimeoutError.class, error -> {}));
        assertThat(t.failure(script("main").await(queue::get))).isInstanceOf(RuntimeError.class)
                .hasMessageContaining("is bound to a different event loop");
    }

    @Test
    void aDeadlockNamesTheQueueAndWhatIsWaitedFor() {
        one.putNowait(1);
        t.spawnNamed(script("putter").await(() -> one.put(2)));
        t.spawnNamed(script("getter").await(queue::get));
        assertThat(Leftovers.waiting(t, script("main").await(one::join))).containsExactly(
                "putter for Queue \"one\"", "getter for Queue",
                "Task-1 for Event \"one.join\"");
    }
}
