package dev.countermand.loop;

import static dev.countermand.loop.kit.Script.script;
import static dev.countermand.loop.kit.TickRow.row;

import dev.countermand.loop.kit.Script;
import dev.countermand.loop.kit.TickRow;
import dev.countermand.loop.kit.Trial;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Distances in iterations that were measured in CPython: tasks, futures, timers. */
class TaskTicksTest {
    @ParameterizedTest
    @MethodSource({"tasks", "futures", "timers", "cancellations", "eager"})
    void takesAsManyIterationsAsInCPython(TickRow row) {
        row.check();
    }

    static List<TickRow> tasks() {
        return List.of(
                row("await a coroutine", 0, t -> script("main")
                        .run(t.at("A")).await(() -> script("inner")).run(t.at("B"))),
                row("await a done future", 0, t -> {
                    Future<Object> done = t.future();
                    done.setResult(1);
                    return script("main").run(t.at("A")).await(() -> done).run(t.at("B"));
                }),
                row("create a task: its first step", 1, t -> script("main")
                        .run(t.at("A"))
                        .await(() -> t.spawn(script("child").run(t.at("B"))))),
                row("a task returns: its awaiter", 1, t -> script("main")
                        .await(() -> t.spawn(script("child").run(t.at("A"))))
                        .run(t.at("B"))),
                row("await a done task", 0, t -> {
                    Task<Object> child = t.spawn(script("child"));
                    return script("main").pause(2).run(t.at("A")).await(() -> child).run(t.at("B"));
                }),
                row("sleep(0)", 1, t -> script("main").run(t.at("A")).pause(1).run(t.at("B"))));
    }

    private static Script completing(Trial t, Consumer<Future<Object>> how) {
        Future<Object> future = t.future();
        Script waiter = script("waiter").attempt(
                script("body").await(() -> future), Throwable.class, error -> {}).run(t.at("B"));
        return script("main").run(() -> t.spawn(waiter)).pause(2)
                .run(() -> how.accept(future)).run(t.at("A")).pause(3);
    }

    static List<TickRow> futures() {
        return List.of(
                row("set_result: the awaiter", 1, t -> completing(t, f -> f.setResult(1))),
                row("set_exception: the awaiter", 1,
                        t -> completing(t, f -> f.setException(new IllegalArgumentException()))),
                row("cancel: the awaiter", 1, t -> completing(t, Future::cancel)),
                row("add_done_callback on a done future", 1, t -> {
                    Future<Object> done = t.future();
                    done.setResult(1);
                    return script("main").run(t.at("A"))
                            .run(() -> done.addDoneCallback(f -> t.at("B").run())).pause(2);
                }));
    }

    static List<TickRow> timers() {
        return List.of(
                row("sleep(5): from the deadline", 1, t -> script("main")
                        .run(() -> t.loop().callLater(5, t.at("A"))).sleep(5).run(t.at("B"))),
                row("sleep(5): from the call, with nothing else to do", 2, t -> script("main")
                        .run(t.at("A")).sleep(5).run(t.at("B"))),
                row("call_soon", 1, t -> script("main").run(t.at("A"))
                        .run(() -> t.loop().callSoon(t.at("B"))).pause(2)),
                row("call_later(0)", 1, t -> script("main").run(t.at("A"))
                        .run(() -> t.loop().callLater(0, t.at("B"))).pause(2)),
                row("call_later(-1)", 1, t -> script("main").run(t.at("A"))
                        .run(() -> t.loop().callLater(-1, t.at("B"))).pause(2)),
                row("call_at(a time that has passed)", 1, t -> script("main")
                        .sleep(9).run(t.at("A"))
                        .run(() -> t.loop().callAt(3, t.at("B"))).pause(2)),
                row("an executor job ends, in select: its awaiter", 1, t -> script("main")
                        .await(() -> t.loop().runInExecutor(Duration.ofNanos(5), () -> {
                            t.at("A").run();
                            return 1;
                        }))
                        .run(t.at("B"))));
    }

    private static Script chain(Trial t, int depth) {
        Task<Object> innermost = t.spawn(script("innermost").await(t::future));
        Task<Object> outermost = innermost;
        for (int i = 1; i < depth; i++) {
            Task<Object> inner = outermost;
            outermost = t.spawn(script("level").await(() -> inner));
        }
        Task<Object> awaited = outermost;
        Task<Object> last = t.spawn(script("outermost")
                .onCancel(script("body").await(() -> awaited), error -> t.at("B").run()));
        return script("main").pause(depth + 2).run(t.at("A")).run(last::cancel).pause(depth + 2);
    }

    static List<TickRow> cancellations() {
        return List.of(
                row("cancel an unstarted task: its callback", 2, t -> {
                    return script("main").run(() -> {
                        Task<Object> child = t.spawn(script("child"));
                        child.addDoneCallback(done -> t.at("B").run());
                        child.cancel();
                        t.at("A").run();
                    }).pause(4);
                }),
                row("cancel an unstarted task: its awaiter", 2, t -> script("main")
                        .onCancel(
                                script("body").await(() -> {
                                    Task<Object> child = t.spawn(script("child"));
                                    child.cancel();
                                    t.at("A").run();
                                    return child;
                                }),
                                error -> t.at("B").run())),
                row("cancel through one task", 2, t -> chain(t, 1)),
                row("cancel through four tasks", 5, t -> chain(t, 4)));
    }

    static List<TickRow> eager() {
        TaskOptions options = TaskOptions.DEFAULT.eager(true);
        return List.of(
                TickRow.since12("an eager task's first step", 0, 0, t -> script("main")
                        .run(t.at("A"))
                        .await(() -> t.loop()
                                .createTask(script("child").run(t.at("B")), options))),
                TickRow.since12("await an eager task that is done", 0, 0, t -> script("main")
                        .run(t.at("A"))
                        .await(() -> t.loop().createTask(script("child"), options))
                        .run(t.at("B"))));
    }
}
