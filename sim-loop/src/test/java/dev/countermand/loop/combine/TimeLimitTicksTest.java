package dev.countermand.loop.combine;

import static dev.countermand.loop.kit.Script.script;
import static dev.countermand.loop.kit.TickRow.row;

import dev.countermand.loop.Awaitable;
import dev.countermand.loop.Future;
import dev.countermand.loop.Task;
import dev.countermand.loop.TaskOptions;
import dev.countermand.loop.error.ExceptionGroup;
import dev.countermand.loop.error.TimeoutError;
import dev.countermand.loop.kit.Script;
import dev.countermand.loop.kit.TickRow;
import dev.countermand.loop.kit.Trial;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Distances in iterations that were measured in CPython: wait_for, timeout, TaskGroup. */
class TimeLimitTicksTest {
    @ParameterizedTest
    @MethodSource({"waitForAtOnce", "waitForTimeouts", "timeouts", "groups"})
    void takesAsManyIterationsAsInCPython(TickRow row) {
        row.check();
    }

    private static Future<Object> done(Trial t) {
        Future<Object> future = t.future();
        future.setResult(1);
        return future;
    }

    private static Script waitFor(
            Trial t, Function<Trial, Awaitable<Object>> what, @Nullable Long timeoutNanos) {
        return script("main").run(t.at("A"))
                .await(() -> WaitFor.of(t.loop(), what.apply(t), timeoutNanos)).run(t.at("B"));
    }

    static List<TickRow> waitForAtOnce() {
        return List.of(
                row("wait_for(immediate coroutine, 5)", 3, 0,
                        t -> waitFor(t, x -> script("inner"), 5L)),
                row("wait_for(done future, 5)", 2, 0,
                        t -> waitFor(t, TimeLimitTicksTest::done, 5L)),
                row("wait_for(done future, 0)", 0, t -> waitFor(t, TimeLimitTicksTest::done, 0L)),
                row("wait_for(done future, None)", 0,
                        t -> waitFor(t, TimeLimitTicksTest::done, null)),
                row("wait_for(fresh task that returns at once, 5)", 3, 2,
                        t -> waitFor(t, x -> x.spawn(script("inner")), 5L)),
                row("wait_for(future, 9): the future is set", 2, 1, t -> {
                    Future<Object> future = t.future();
                    return script("main")
                            .run(() -> t.loop().callLater(5, () -> {
                                t.at("A").run();
                                future.setResult(1);
                            }))
                            .await(() -> WaitFor.of(t.loop(), future, 9L)).run(t.at("B"));
                }));
    }

    private static Script seesCancel(Trial t, String mark) {
        return script("inner").onCancel(script("body").await(t::future), error -> {
            t.at(mark).run();
            throw error;
        });
    }

    private static Script timingOut(
            Trial t, Function<Trial, Awaitable<Object>> what, String resumed) {
        return script("main")
                .run(() -> t.loop().callLater(5, t.at("A")))
                .attempt(
                        script("body").await(() -> WaitFor.of(t.loop(), what.apply(t), 5L)),
                        TimeoutError.class, error -> t.at(resumed).run());
    }

    private static Script cancelWaitFor(Trial t, String inner, String outer) {
        Task<Object> waiting = t.spawn(script("waiting").onCancel(
                script("body").await(() -> WaitFor.of(t.loop(), seesCancel(t, inner), 9L)),
                error -> t.at(outer).run()));
        return script("main").pause(3).run(t.at("A")).run(waiting::cancel).pause(6);
    }

    static List<TickRow> waitForTimeouts() {
        return List.of(
                row("wait_for(coroutine) times out: the coroutine sees it", 2, 1,
                        t -> timingOut(t, x -> seesCancel(x, "B"), "C")),
                row("wait_for(coroutine) times out: the caller", 4, 1,
                        t -> timingOut(t, x -> seesCancel(x, "C"), "B")),
                row("wait_for(task) times out: the task sees it", 2, 1,
                        t -> timingOut(t, x -> x.spawn(seesCancel(x, "B")), "C")),
                row("wait_for(task) times out: the caller", 4, 2,
                        t -> timingOut(t, x -> x.spawn(seesCancel(x, "C")), "B")),
                row("wait_for(future) times out: the caller", 3, 1,
                        t -> timingOut(t, Trial::future, "B")),
                row("wait_for(coroutine, 0)", 3, t -> script("main").run(t.at("A")).attempt(
                        script("body").await(() -> WaitFor.of(t.loop(),
                                script("inner").run(t.saying("started")), 0L)),
                        TimeoutError.class, error -> t.at("B").run())),
                row("wait_for is cancelled: the coroutine sees it", 2, 1,
                        t -> cancelWaitFor(t, "B", "C")),
                row("wait_for is cancelled: its caller sees it", 4, 1,
                        t -> cancelWaitFor(t, "C", "B")));
    }

    private static Script inTimeout(Trial t, long delay, Script awaiting) {
        return script("main").run(() -> t.loop().callLater(5, t.at("deadline"))).attempt(
                script("with").timeout(() -> {
                    t.at("A").run();
                    return t.timeoutIn(delay);
                }, script("block").onCancel(awaiting, error -> {
                    t.at("B").run();
                    throw error;
                })),
                TimeoutError.class, error -> t.say("timeout"));
    }

    static List<TickRow> timeouts() {
        return List.of(
                row("timeout(5): from the deadline to the body", 1, t -> script("main")
                        .run(() -> t.loop().callLater(5, t.at("A"))).attempt(
                                script("with").timeout(() -> t.timeoutIn(5), seesCancel(t, "B")),
                                TimeoutError.class, error -> t.say("timeout"))),
                row("timeout(0) and a pending await", 2,
                        t -> inTimeout(t, 0, script("await").await(t::future))),
                row("timeout(0) and sleep(0)", 1, t -> inTimeout(t, 0, script("await").pause(1))),
                row("timeout(-1) and sleep(0)", 1,
                        t -> inTimeout(t, -1, script("await").pause(1))));
    }

    private static Script failingGroup(Trial t, String sibling, String body, String block) {
        TaskGroup group = new TaskGroup();
        return script("main").attempt(
                script("with").group(group, script("block")
                        .run(() -> group.createTask(seesCancel(t, sibling), TaskOptions.DEFAULT))
                        .run(() -> group.createTask(script("failing").pause(2).run(t.at("A"))
                                .raise(new IllegalArgumentException()), TaskOptions.DEFAULT))
                        .onCancel(script("await").await(t::future), error -> {
                            t.at(body).run();
                            throw error;
                        })),
                ExceptionGroup.class, error -> t.at(block).run());
    }

    static List<TickRow> groups() {
        return List.of(
                row("an empty group", 0, t -> script("main").run(t.at("A"))
                        .group(new TaskGroup(), script("block")).run(t.at("B"))),
                row("group: the last child is done", 2, t -> {
                    TaskGroup group = new TaskGroup();
                    return script("main").group(group, script("block").run(() -> group.createTask(
                            script("child").pause(2).run(t.at("A")), TaskOptions.DEFAULT)))
                            .run(t.at("B"));
                }),
                row("group: a child fails, its sibling sees it", 2,
                        t -> failingGroup(t, "B", "x", "y")),
                row("group: a child fails, the body sees it", 2,
                        t -> failingGroup(t, "x", "B", "y")),
                row("group: a child fails, the block raises", 4,
                        t -> failingGroup(t, "x", "y", "B")),
                TickRow.since12("group: an eager child that returns at once", 0, 2, t -> {
                    TaskGroup group = new TaskGroup();
                    return script("main").run(t.at("A")).group(group, script("block")
                            .run(() -> group.createTask(
                                    script("child"), TaskOptions.DEFAULT.eager(true))))
                            .run(t.at("B"));
                }));
    }
}
