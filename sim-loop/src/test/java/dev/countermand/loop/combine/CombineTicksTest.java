package dev.countermand.loop.combine;

import static dev.countermand.loop.kit.Script.script;
import static dev.countermand.loop.kit.TickRow.row;

import dev.countermand.loop.Awaitable;
import dev.countermand.loop.Future;
import dev.countermand.loop.Task;
import dev.countermand.loop.TaskFactory;
import dev.countermand.loop.kit.Script;
import dev.countermand.loop.kit.TickRow;
import dev.countermand.loop.kit.Trial;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Distances in iterations that were measured in CPython: gather, wait, shield, as_completed. */
class CombineTicksTest {
    @ParameterizedTest
    @MethodSource({"gather", "cancelledGather", "waiting", "shield", "asCompleted"})
    void takesAsManyIterationsAsInCPython(TickRow row) {
        row.check();
    }

    private static Future<Object> done(Trial t) {
        Future<Object> future = t.future();
        future.setResult(1);
        return future;
    }

    private static Script failing() {
        return script("failing").raise(new IllegalArgumentException());
    }

    static List<TickRow> gather() {
        return List.of(
                row("gather()", 0, t -> script("main").run(t.at("A"))
                        .await(() -> Gather.of(List.of(), false)).run(t.at("B"))),
                row("gather(coroutine)", 3, t -> script("main").run(t.at("A"))
                        .await(() -> Gather.of(List.of(script("a")), false)).run(t.at("B"))),
                row("gather(three coroutines)", 3, t -> script("main").run(t.at("A"))
                        .await(() -> Gather.of(
                                List.of(script("a"), script("b"), script("c")), false))
                        .run(t.at("B"))),
                row("gather(coroutines), one of them failing", 3, t -> script("main").run(t.at("A"))
                        .attempt(
                                script("body").await(() -> Gather.of(
                                        List.of(script("a"), failing()), false)),
                                IllegalArgumentException.class, error -> t.at("B").run())),
                row("gather(.., return_exceptions=True)", 3, t -> script("main").run(t.at("A"))
                        .await(() -> Gather.of(List.of(script("a"), failing()), true))
                        .run(t.at("B"))),
                row("gather: a child future set", 2, t -> {
                    Future<Object> child = t.future();
                    return script("main")
                            .run(() -> t.loop().callLater(5, () -> {
                                t.at("A").run();
                                child.setResult(1);
                            }))
                            .await(() -> Gather.of(List.of(child), false)).run(t.at("B"));
                }),
                row("gather(done futures)", 2, 0, t -> script("main").run(t.at("A"))
                        .await(() -> Gather.of(List.of(done(t), done(t)), false))
                        .run(t.at("B"))),
                TickRow.since12("gather(eager coroutines)", 0, 0, t -> script("main")
                        .run(() -> t.loop().setTaskFactory(TaskFactory.EAGER))
                        .run(t.at("A"))
                        .await(() -> Gather.of(List.of(script("a"), script("b")), false))
                        .run(t.at("B"))));
    }

    /** A task that awaits a gather, one that awaits that task, and a child: who sees it when? */
    private static Script cancelGather(Trial t, String who) {
        Task<Object> child = t.spawn(seeing(t, "child", who, t::future));
        Task<Object> gathering = t.spawn(seeing(t, "gathering", who,
                () -> Gather.of(List.of(child), false)));
        t.spawn(seeing(t, "awaiting", who, () -> gathering));
        return script("main").pause(3).run(t.at("A")).run(gathering::cancel).pause(6);
    }

    private static Script seeing(
            Trial t, String name, String who, Supplier<? extends Awaitable<?>> awaited) {
        return script(name).onCancel(script("body").await(awaited), error -> {
            if (name.equals(who)) {
                t.at("B").run();
            }
            throw error;
        });
    }

    static List<TickRow> cancelledGather() {
        return List.of(
                row("gather cancelled: the child", 1, t -> cancelGather(t, "child")),
                row("gather cancelled: the task that awaits it", 3,
                        t -> cancelGather(t, "gathering")),
                row("gather cancelled: who awaits that task", 4,
                        t -> cancelGather(t, "awaiting")));
    }

    private static Wait waitFor(List<? extends Future<?>> futures, @Nullable Long timeoutNanos) {
        return new Wait(futures, timeoutNanos, ReturnWhen.ALL_COMPLETED);
    }

    static List<TickRow> waiting() {
        return List.of(
                row("wait: the last child is done", 2, t -> {
                    Task<Object> child = t.spawn(script("child").pause(3).run(t.at("A")));
                    return script("main").await(() -> waitFor(List.of(child), null)).run(t.at("B"));
                }),
                row("wait: all are done already", 2, t -> script("main").run(t.at("A"))
                        .await(() -> waitFor(List.of(done(t), done(t)), null)).run(t.at("B"))),
                row("wait: the timeout", 1, t -> script("main")
                        .run(() -> t.loop().callLater(5, t.at("A")))
                        .await(() -> waitFor(List.of(t.future()), 5L)).run(t.at("B"))),
                row("wait(timeout=0)", 2, t -> script("main").run(t.at("A"))
                        .await(() -> waitFor(List.of(t.future()), 0L)).run(t.at("B"))));
    }

    private static Script shielding(Trial t, Consumer<Future<Object>> ending) {
        Future<Object> inner = t.future();
        return script("main")
                .run(() -> t.loop().callLater(5, () -> {
                    t.at("A").run();
                    ending.accept(inner);
                }))
                .attempt(script("body").await(() -> Shield.of(inner)), Throwable.class, e -> {})
                .run(t.at("B"));
    }

    static List<TickRow> shield() {
        return List.of(
                row("shield: the inner future is set", 2, t -> shielding(t, f -> f.setResult(1))),
                row("shield: the inner future is cancelled", 2, t -> shielding(t, Future::cancel)),
                row("shield of a done future", 0, t -> script("main").run(t.at("A"))
                        .await(() -> Shield.of(done(t))).run(t.at("B"))),
                row("shield: the outer side is cancelled", 1, t -> {
                    Task<Object> outer = t.spawn(script("outer").onCancel(
                            script("body").await(() -> Shield.of(t.future())),
                            error -> t.at("B").run()));
                    return script("main").pause(2).run(t.at("A")).run(outer::cancel).pause(3);
                }));
    }

    static List<TickRow> asCompleted() {
        return List.of(
                row("as_completed: a child is done", 2, t -> {
                    Future<Object> child = t.future();
                    return script("main")
                            .run(() -> t.loop().callLater(5, () -> {
                                t.at("A").run();
                                child.setResult(1);
                            }))
                            .await(() -> {
                                AsCompleted all = new AsCompleted(List.of(child), null);
                                return all.next();
                            })
                            .run(t.at("B"));
                }),
                row("as_completed: a child is done already", 2, t -> script("main").run(t.at("A"))
                        .await(() -> new AsCompleted(List.of(done(t)), null).next())
                        .run(t.at("B"))));
    }
}
