package dev.countermand.loop.sync;

import static dev.countermand.loop.kit.Script.script;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.countermand.loop.Task;
import dev.countermand.loop.error.QueueShutDown;
import dev.countermand.loop.error.ValueError;
import dev.countermand.loop.kit.Script;
import dev.countermand.loop.kit.Trial;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code shutdown} of queues of every order; there is none before Python 3.13. */
class QueueShutdownTest {
    private final Trial t = Trial.begin();
    private final List<Task<Object>> tasks = new ArrayList<>();

    static Stream<Queue<String>> orders() {
        return Stream.of(
                new Queue<>("fifo", 1, QueueOrder.fifo()),
                new Queue<>("lifo", 1, QueueOrder.lifo()),
                new Queue<>("priority", 1, QueueOrder.<String>priority(Comparator.naturalOrder())));
    }

    private Runnable spawning(Script script) {
        return () -> tasks.add(t.spawn(script));
    }

    private void assertRefusesEverything(Queue<String> queue) {
        assertThat(catchThrowable(() -> queue.putNowait("x")))
                .isInstanceOf(QueueShutDown.class).hasMessage(null);
        assertThat(catchThrowable(queue::getNowait)).isInstanceOf(QueueShutDown.class);
        assertThat(t.failure(script("put").await(() -> queue.put("x"))))
                .isInstanceOf(QueueShutDown.class);
        assertThat(t.failure(script("get").await(queue::get))).isInstanceOf(QueueShutDown.class);
    }

    private static void assertNoTaskIsLeft(Queue<String> queue) {
        assertThatExceptionOfType(ValueError.class).isThrownBy(queue::taskDone);
    }

    @ParameterizedTest
    @MethodSource("orders")
    void anEmptyQueueSendsEveryGetterAway(Queue<String> queue) {
        t.run(script("main").run(spawning(script("get").await(queue::get)))
                .run(spawning(script("get too").await(queue::get))).pause(1)
                .run(() -> queue.shutdown(false)).await(queue::join).pause(1));
        assertThat(tasks).allMatch(task -> task.exception() instanceof QueueShutDown);
        assertThat(queue.size()).isZero();
        assertRefusesEverything(queue);
    }

    @ParameterizedTest
    @MethodSource("orders")
    void aFullQueueSendsEveryPutterAwayAndIsEmptiedFirst(Queue<String> queue) {
        queue.putNowait("item");
        t.run(script("main").run(spawning(script("put").await(() -> queue.put("x"))))
                .run(spawning(script("put too").await(() -> queue.put("x"))))
                .run(spawning(script("join").await(queue::join).run(t.saying("joined")))).pause(1)
                .run(() -> queue.shutdown(false)).pause(1)
                .run(() -> t.say(queue.size())).await(queue::get, t::say)
                .pause(1).run(t.saying("not joined")).run(queue::taskDone).pause(1));
        assertThat(t.log()).containsExactly("1", "item", "not joined", "joined");
        assertThat(tasks.subList(0, 2))
                .allMatch(task -> task.exception() instanceof QueueShutDown);
        assertRefusesEverything(queue);
        assertNoTaskIsLeft(queue);
    }

    @ParameterizedTest
    @MethodSource("orders")
    void atOnceTheItemsAreThrownAwayAndCountAsDone(Queue<String> queue) {
        queue.putNowait("item");
        t.run(script("main").run(spawning(script("put").await(() -> queue.put("x"))))
                .run(spawning(script("join").await(queue::join).run(t.saying("joined")))).pause(1)
                .run(() -> queue.shutdown(true)).pause(1));
        assertThat(t.log()).containsExactly("joined");
        assertThat(tasks.get(0).exception()).isInstanceOf(QueueShutDown.class);
        assertThat(queue.size()).isZero();
        assertRefusesEverything(queue);
        assertNoTaskIsLeft(queue);
    }

    @ParameterizedTest
    @MethodSource("orders")
    void whatWasTakenBeforeStillHasToBeDone(Queue<String> queue) {
        queue.putNowait("taken");
        t.run(script("main").await(queue::get).run(() -> queue.putNowait("left"))
                .run(spawning(script("join").await(queue::join).run(t.saying("joined"))))
                .run(() -> queue.shutdown(true)).pause(2).run(t.saying("not joined"))
                .run(queue::taskDone).pause(1));
        assertThat(t.log()).containsExactly("not joined", "joined");
        assertNoTaskIsLeft(queue);
    }

    @ParameterizedTest
    @MethodSource("orders")
    void anItemThatIsDoneBeforeItWasTakenIsNotCountedTwice(Queue<String> queue) {
        queue.putNowait("item");
        queue.taskDone();
        queue.shutdown(true);
        queue.shutdown(false);
        t.run(script("main").await(queue::join).run(t.saying("joined")));
        assertThat(t.log()).containsExactly("joined");
        assertNoTaskIsLeft(queue);
    }
}
