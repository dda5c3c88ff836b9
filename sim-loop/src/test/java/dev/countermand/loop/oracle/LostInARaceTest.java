package dev.countermand.loop.oracle;

import static dev.countermand.loop.kit.Script.script;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countermand.loop.Coroutine;
import dev.countermand.loop.Task;
import dev.countermand.loop.TaskOptions;
import dev.countermand.loop.kit.Script;
import dev.countermand.loop.kit.Trial;
import dev.countermand.loop.sync.Lock;
import dev.countermand.loop.sync.Queue;
import dev.countermand.loop.sync.QueueOrder;
import dev.countermand.loop.sync.Semaphore;
import dev.countermand.loop.trace.Violation;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What is taken by a task of its own and handed to a task that is cancelled just then. */
class LostInARaceTest {
    private final Trial t = Trial.begin();

    /** A task takes something, another awaits that task, and is cancelled as it is told. */
    private List<Violation> race(Coroutine<?> taking, boolean cancel, Consumer<Task<?>> handler) {
        AtomicReference<Task<?>> taker = new AtomicReference<>();
        Task<Object> listener = t.spawnNamed(script("listener").onCancel(
                script("listen").await(taker::get), cancelled -> handler.accept(taker.get())));
        taker.set(t.loop().createTask(taking, TaskOptions.named("taker")));
        t.run(script("main")
                .run(() -> assertThat(!cancel || listener.cancel()).isTrue())
                .await(() -> listener));
        return t.simulation().findings().atEnd();
    }

    private static void assertLost(List<Violation> seen, Violation.Kind kind, String what) {
        assertThat(seen).hasSize(1);
        assertThat(seen.get(0).kind()).isEqualTo(kind);
        assertThat(seen.get(0).message()).isEqualTo(
                what + " is lost: task listener was cancelled before it could hear of it");
        assertThat(seen.get(0).step()).isEqualTo(4);
    }

    @Test
    void aLockTakenForACancelledTaskIsLost() {
        assertLost(race(new Lock("door").acquire(), true, taker -> {}),
                Violation.Kind.PERMIT_LOST, "Lock \"door\"");
    }

    @Test
    void aLockIsNotLostIfTheCancelledTaskFreesIt() {
        Lock lock = new Lock();
        assertThat(race(lock.acquire(), true, taker -> lock.release())).isEmpty();
    }

    @Test
    void aPermitTakenForACancelledTaskIsLost() {
        assertLost(race(new Semaphore("slots", 2).acquire(), true, taker -> {}),
                Violation.Kind.PERMIT_LOST, "a permit of Semaphore \"slots\"");
    }

    @Test
    void aPermitIsNotLostIfTheCancelledTaskGivesItBack() {
        Semaphore slots = new Semaphore(2);
        assertThat(race(slots.acquire(), true, taker -> slots.release())).isEmpty();
    }

    @Test
    void anItemTakenForACancelledTaskIsLost() {
        assertLost(race(queue().get(), true, taker -> {}),
                Violation.Kind.ITEM_LOST, "an item of Queue \"jobs\"");
    }

    @Test
    void anItemIsNotLostIfTheCancelledTaskLooksForIt() {
        Queue<Object> queue = queue();
        assertThat(race(queue.get(), true, taker -> queue.putNowait(taker.result()))).isEmpty();
    }

    @Test
    void nothingIsLostWithoutACancel() {
        assertThat(race(queue().get(), false, taker -> {})).isEmpty();
    }

    private static Queue<Object> queue() {
        Queue<Object> queue = new Queue<>("jobs", 0, QueueOrder.fifo());
        queue.putNowait("item");
        return queue;
    }

    /** An order that makes two items of one, of which the queue wakes one getter only. */
    private static final class Doubling implements QueueOrder<Object> {
        private final QueueOrder<Object> line = QueueOrder.fifo();

        @Override
        public void add(Object item) {
            line.add(item);
            line.add(item);
        }

        @Override
        public Object take() {
            return line.take();
        }

        @Override
        public int size() {
            return line.size();
        }
    }

    private List<Violation> starve(QueueOrder<Object> order) {
        Queue<Object> queue = new Queue<>("jobs", 0, order);
        t.spawnNamed(script("first").await(queue::get));
        Task<Object> second = t.spawnNamed(script("second").await(queue::get));
        Script main = script("main").pause(1).run(() -> queue.putNowait("x")).await(() -> second);
        assertThat(t.failure(main)).hasMessageContaining("every task waits");
        return t.simulation().findings().atEnd();
    }

    @Test
    void aTaskThatWaitsForWhatIsThereWasNotWoken() {
        assertThat(starve(new Doubling())).singleElement().satisfies(seen -> {
            assertThat(seen.kind()).isEqualTo(Violation.Kind.WAKEUP_LOST);
            assertThat(seen.message())
                    .isEqualTo("Queue \"jobs\" has an item, and nobody woke second");
            assertThat(seen.step()).isPositive();
        });
    }

    @Test
    void aTaskThatWaitsForWhatIsNotThereIsNoLostWakeUp() {
        assertThat(starve(QueueOrder.fifo())).isEmpty();
    }
}
