package dev.countermand.loop.sync;

import static dev.countermand.loop.kit.Script.script;
import static dev.countermand.loop.kit.TickRow.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countermand.loop.Awaitable;
import dev.countermand.loop.PythonVersion;
import dev.countermand.loop.Task;
import dev.countermand.loop.kit.Script;
import dev.countermand.loop.kit.TickRow;
import dev.countermand.loop.kit.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Distances in iterations that were measured in CPython: locks, conditions, queues, barriers. */
class SyncTicksTest {
    @ParameterizedTest
    @MethodSource({"uncontended", "handOver"})
    void takesAsManyIterationsAsInCPython(TickRow row) {
        row.check();
    }

    private static Script atOnce(Trial t, Supplier<? extends Awaitable<?>> operation) {
        return script("main").run(t.at("A")).await(operation).run(t.at("B"));
    }

    static List<TickRow> uncontended() {
        Lock lock = new Lock();
        Event set = new Event();
        set.set();
        return List.of(
                row("a free lock", 0, t -> atOnce(t, () -> new Lock().acquire())),
                row("a free semaphore", 0, t -> atOnce(t, () -> new Semaphore(1).acquire())),
                row("an event that is set", 0, t -> atOnce(t, set::waitFor)),
                row("put where there is room", 0, t -> atOnce(t, () -> new Queue<>().put(1))),
                row("get where there is an item", 0, t -> {
                    Queue<Object> queue = new Queue<>();
                    queue.putNowait(1);
                    return atOnce(t, queue::get);
                }),
                row("join of a queue that has nothing to do", 0,
                        t -> atOnce(t, () -> new Queue<>().join())),
                row("the last to arrive at a barrier", 0, t -> {
                    Barrier barrier = new Barrier(null, 1, t.loop().python());
                    return atOnce(t, barrier::waitFor);
                }),
                row("a lock that is freed again before", 0, t -> script("main")
                        .await(lock::acquire).run(lock::release)
                        .run(t.at("A")).await(lock::acquire).run(t.at("B")).run(lock::release)));
    }

    /** A waiter, and then what lets it go on: the distance from the latter to its resumption. */
    private static Script handing(Trial t, Supplier<? extends Awaitable<?>> wait, Runnable wake) {
        t.spawn(script("waiter").attempt(script("body").await(wait), Throwable.class, error -> {})
                .run(t.at("B")));
        return script("main").pause(2).run(t.at("A")).run(wake).pause(4);
    }

    static List<TickRow> handOver() {
        return List.of(
                row("lock: release to waiter", 1, t -> {
                    Lock lock = new Lock();
                    t.spawn(script("owner").await(lock::acquire));
                    return handing(t, lock::acquire, lock::release);
                }),
                row("semaphore: release to waiter", 1, t -> {
                    Semaphore semaphore = new Semaphore(0);
                    return handing(t, semaphore::acquire, semaphore::release);
                }),
                row("event: set to waiter", 1, t -> {
                    Event event = new Event();
                    return handing(t, event::waitFor, event::set);
                }),
                row("queue: put to getter", 1, t -> {
                    Queue<Object> queue = new Queue<>();
                    return handing(t, queue::get, () -> queue.putNowait(1));
                }),
                row("queue: get to putter", 1, t -> {
                    Queue<Object> queue = new Queue<>(null, 1, QueueOrder.fifo());
                    queue.putNowait(0);
                    return handing(t, () -> queue.put(1), queue::getNowait);
                }),
                row("queue: task_done to join", 1, t -> {
                    Queue<Object> queue = new Queue<>();
                    queue.putNowait(0);
                    return handing(t, queue::join, queue::taskDone);
                }),
                row("queue: shutdown to getter", 1, t -> {
                    Queue<Object> queue = new Queue<>();
                    return handing(t, queue::get, () -> queue.shutdown(false));
                }),
                row("barrier: the last arrives, to the others", 1, t -> {
                    Barrier barrier = new Barrier(null, 2, t.loop().python());
                    t.spawn(script("first").await(barrier::waitFor).run(t.at("B")));
                    return script("main").pause(2).run(t.at("A")).await(barrier::waitFor).pause(3);
                }),
                row("lock: the woken waiter is cancelled, to the second waiter", 2, t -> {
                    Lock lock = new Lock();
                    t.spawn(script("owner").await(lock::acquire));
                    Task<Object> first = t.spawn(script("first").await(lock::acquire));
                    return handing(t, lock::acquire, () -> {
                        lock.release();
                        first.cancel();
                    });
                }));
    }

    private static List<Long> resumptions(
            Trial t, int waiters, Supplier<? extends Awaitable<?>> wait, Script waking) {
        List<Long> ticks = new ArrayList<>();
        for (int i = 0; i < waiters; i++) {
            t.spawn(script("waiter" + i).await(wait)
                    .run(() -> ticks.add(t.loop().iterations())));
        }
        long[] start = new long[1];
        t.run(script("main").pause(3).await(() -> waking)
                .run(() -> start[0] = t.loop().iterations()).pause(6));
        ticks.replaceAll(tick -> tick - start[0]);
        return ticks;
    }

    @ParameterizedTest
    @EnumSource
    void kReleasesOfASemaphoreWakeKWaitersInOneIteration(PythonVersion python) {
        Trial t = Trial.begin(python);
        Semaphore semaphore = new Semaphore(0);
        assertThat(resumptions(t, 4, semaphore::acquire, script("wake")
                .run(semaphore::release).run(semaphore::release).run(semaphore::release)))
                .containsExactly(1L, 1L, 1L);
    }

    /** {@code async with condition: await condition.wait()}. */
    private static Script waiting(Condition condition) {
        return script("wait").await(condition::acquire).await(condition::waitFor)
                .run(condition::release);
    }

    @ParameterizedTest
    @EnumSource
    void notifyAllAndReleaseAtOnceLetAllGoOnInTheNextIteration(PythonVersion python) {
        Condition condition = new Condition();
        assertThat(resumptions(Trial.begin(python), 3, () -> waiting(condition), script("wake")
                .await(condition::acquire).run(condition::notifyEveryone).run(condition::release)))
                .containsExactly(1L, 1L, 1L);
    }

    @ParameterizedTest
    @EnumSource
    void aLockHeldAfterNotifyAllIsHandedOnOnceAnIteration(PythonVersion python) {
        Condition condition = new Condition();
        assertThat(resumptions(Trial.begin(python), 3, () -> waiting(condition), script("wake")
                .await(condition::acquire).run(condition::notifyEveryone).pause(2)
                .run(condition::release)))
                .containsExactly(1L, 2L, 3L);
    }
}
