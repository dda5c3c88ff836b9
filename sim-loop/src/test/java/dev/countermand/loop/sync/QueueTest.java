package dev.countermand.loop.sync;

import static dev.countermand.loop.kit.Script.script;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.countermand.loop.Task;
import dev.countermand.loop.error.QueueEmpty;
import dev.countermand.loop.error.QueueFull;
import dev.countermand.loop.error.ValueError;
import dev.countermand.loop.kit.Script;
import dev.countermand.loop.kit.Trial;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class QueueTest {
    private final Trial t = Trial.begin();
    private final Queue<Object> queue = new Queue<>();

    /** One producer, some consumers, whatever the size: the items come out as they went in. */
    @Property(tries = 200, seed = "20261122")
    void noItemIsLostDoubledOrOvertaken(
            @ForAll @IntRange(max = 3) int maxSize,
            @ForAll @IntRange(min = 1, max = 3) int consumers,
            @ForAll @Size(max = 12) List<@IntRange(max = 2) Integer> pauses) {
        Trial trial = Trial.begin();
        Queue<Object> own = new Queue<>(null, maxSize, QueueOrder.fifo());
        List<Object> got = new ArrayList<>();
        for (int i = 0; i < consumers; i++) {
            Script consumer = script("consumer");
            for (int j = 0; j < pauses.size(); j++) {
                consumer.await(own::get, got::add).pause(pauses.get(j));
            }
            trial.spawn(consumer);
        }
        Script producer = script("producer");
        for (int i = 0; i < pauses.size(); i++) {
            int item = i;
            producer.pause(pauses.get(pauses.size() - 1 - i)).await(() -> own.put(item));
        }
        trial.spawn(producer);
        trial.run(script("main").sleep(1));
        assertThat(got).isEqualTo(IntStream.range(0, pauses.size()).boxed().toList());
    }

    @Test
    void aWokenGetterThatFindsNothingGoesToTheEndOfTheLine() {
        t.spawn(script("first").await(queue::get, item -> t.say("first " + item)));
        t.spawn(script("second").await(queue::get, item -> t.say("second " + item)));
        t.run(script("main").pause(1)
                .run(() -> queue.putNowait("a")).run(() -> t.say("thief " + queue.getNowait()))
                .pause(2)
                .run(() -> queue.putNowait("b")).run(() -> queue.putNowait("c")).pause(2));
        assertThat(t.log()).containsExactly("thief a", "second b", "first c");
    }

    @Test
    void aWokenGetterThatIsCancelledPassesTheItemOn() {
        Task<Object> first = t.spawn(script("first").await(queue::get, t::say));
        t.spawn(script("second").await(queue::get, item -> t.say("second " + item)));
        t.run(script("main").pause(1).run(() -> queue.putNowait("a")).run(first::cancel).pause(4));
        assertThat(t.log()).containsExactly("second a");
    }

    @Test
    void getAndPutWithoutWaitingSayWhatIsInTheWay() {
        Queue<Object> one = new Queue<>(null, 1, QueueOrder.fifo());
        assertThat(catchThrowable(one::getNowait)).isInstanceOf(QueueEmpty.class).hasMessage(null);
        one.putNowait(1);
        assertThat(one.isFull()).isTrue();
        assertThat(catchThrowable(() -> one.putNowait(2)))
                .isInstanceOf(QueueFull.class).hasMessage(null);
    }

    @Test
    void joinWaitsForEveryItemToBeDoneAndNoMore() {
        queue.putNowait("a");
        queue.putNowait("b");
        t.spawn(script("joiner").await(queue::join).run(t.saying("joined")));
        t.run(script("main").pause(1).run(queue::taskDone).pause(2).run(t.saying("one done"))
                .run(queue::taskDone).pause(1));
        assertThat(t.log()).containsExactly("one done", "joined");
        assertThatExceptionOfType(ValueError.class).isThrownBy(queue::taskDone)
                .withMessage("task_done() called too many times");
    }

    @Test
    void aLifoQueueGivesTheLastFirst() {
        Queue<Object> lifo = new Queue<>(null, 0, QueueOrder.lifo());
        List.of(1, 2, 3).forEach(lifo::putNowait);
        assertThat(List.of(lifo.getNowait(), lifo.getNowait(), lifo.getNowait()))
                .containsExactly(3, 2, 1);
    }

    @Property(tries = 200, seed = "20261122")
    void aPriorityQueueGivesTheLowestFirst(@ForAll @Size(max = 20) List<Integer> items) {
        Queue<Integer> own = new Queue<>(
                null, 0, QueueOrder.<Integer>priority(Comparator.naturalOrder()));
        items.forEach(own::putNowait);
        List<Integer> got = new ArrayList<>();
        while (!own.isEmpty()) {
            got.add(own.getNowait());
        }
        assertThat(got).isEqualTo(items.stream().sorted().toList());
    }

    /** Measured in CPython. */
    @Test
    void equalPrioritiesComeInTheOrderOfCPythonsHeap() {
        Queue<Integer> own = new Queue<>(null, 0, QueueOrder.priority((a, b) -> 0));
        IntStream.range(0, 8).forEach(own::putNowait);
        assertThat(IntStream.range(0, 8).mapToObj(i -> own.getNowait()))
                .containsExactly(0, 2, 6, 5, 7, 4, 1, 3);
    }

    @Test
    void itKnowsHowFullItIs() {
        Queue<Object> two = new Queue<>(null, 2, QueueOrder.fifo());
        List<String> states = new ArrayList<>();
        Runnable state = () -> states.add(
                two.size() + (two.isEmpty() ? " empty" : "") + (two.isFull() ? " full" : ""));
        t.run(script("main").run(state).await(() -> two.put(1)).run(state)
                .await(() -> two.put(2)).run(state).await(two::get).run(state));
        assertThat(states).containsExactly("0 empty", "1", "2 full", "1");
        Queue<Object> endless = new Queue<>(null, -1, QueueOrder.fifo());
        endless.putNowait(1);
        assertThat(endless.isFull()).isFalse();
    }

    @Test
    void aPutterWaitsForRoom() {
        Queue<Object> two = new Queue<>(null, 2, QueueOrder.fifo());
        Script putter = script("putter");
        for (int i = 0; i < 3; i++) {
            int item = i;
            putter.await(() -> two.put(item)).run(() -> t.say("put " + item));
        }
        t.run(script("main").run(() -> t.spawn(putter)).pause(2)
                .await(two::get, t::say).pause(1).await(two::get, t::say).await(two::get, t::say));
        assertThat(t.log()).containsExactly("put 0", "put 1", "0", "put 2", "1", "2");
    }

    @Test
    void asManyPuttersGetInAsThereIsRoom() {
        Queue<Object> two = new Queue<>(null, 2, QueueOrder.fifo());
        t.run(script("main").run(() -> {
            t.spawn(script("getter").pause(1).run(() -> t.say(two.getNowait()))
                    .run(() -> t.say(two.getNowait())));
            for (int i = 0; i < 4; i++) {
                int item = i;
                t.spawn(script("putter").await(() -> two.put(item)).run(t.saying("put " + item)));
            }
        }).pause(5));
        assertThat(t.log()).containsExactly("put 0", "put 1", "0", "1", "put 2", "put 3");
        assertThat(two.size()).isEqualTo(2);
    }

    @Test
    void joinLetsGoThoughMoreIsPutInBeforeItRuns() {
        queue.putNowait("a");
        t.spawn(script("joiner").await(queue::join).run(t.saying("joined")));
        t.run(script("main").pause(1).run(queue::taskDone).run(() -> queue.putNowait("b"))
                .pause(3));
        assertThat(t.log()).containsExactly("joined");
    }

    @Test
    void anEmptyQueueIsJoinedAtOnceAgainAndAgain() {
        t.run(script("main").run(t.at("A")).await(queue::join).await(queue::join).run(t.at("B")));
        assertThat(t.between("A", "B")).isZero();
    }

    @Test
    void severalWorkersDoAllTheWork() {
        IntStream.range(0, 10).forEach(queue::putNowait);
        int[] total = {0};
        for (int i = 0; i < 2; i++) {
            Script worker = script("worker");
            for (int j = 0; j < 10; j++) {
                worker.await(queue::get, item -> total[0] += (Integer) item).run(queue::taskDone);
            }
            t.spawn(worker);
        }
        t.run(script("main").await(queue::join));
        assertThat(total[0]).isEqualTo(45);
    }

    @Test
    void afterAllWasDoneNewWorkIsWaitedForAgain() {
        t.run(script("main").run(() -> queue.putNowait("a")).run(queue::taskDone)
                .await(queue::join).run(() -> queue.putNowait("b"))
                .run(() -> t.loop().callLater(5, queue::taskDone)).await(queue::join)
                .run(() -> t.say("joined at " + t.loop().nanos())));
        assertThat(t.log()).containsExactly("joined at 5");
    }
}
