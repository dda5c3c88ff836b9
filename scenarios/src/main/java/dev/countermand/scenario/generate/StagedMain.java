package dev.countermand.scenario.generate;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;

/**
 * Writes what goes on around the random operations of {@code main}: objects are made first, many
 * tasks are started, some are cancelled at times that coincide with others, and all are waited for.
 *
 * <p>Without it most programs would end at their first error, long before tasks get into each
 * other's way.
 */
final class StagedMain {
    private static final double LONG = 40 / 512.0;

    private final BodyWriter body;
    private final Decisions decisions;
    private final List<String> tasks = new ArrayList<>();

    StagedMain(BodyWriter body) {
        this.body = body;
        this.decisions = body.decisions;
    }

    /** Gives the shared variables something to hold; most that is done with nothing is an error. */
    void assignSharedObjects() {
        add("new_future", "as", "future");
        if (decisions.once(3)) {
            add("current_task", "as", "task");
        }
        if (!body.plan.generators.isEmpty()) {
            body.add(body.call(
                    Json.operation("agen"), "gen", body.plan.generators.get(0)).put("as", "iter"));
        }
        if (decisions.once(2)) {
            ArrayNode operations = Json.array(
                    Json.operation("event_set", "on", "event"),
                    Json.operation("set_result", "future", "future", "value", 1));
            if (decisions.once(4)) {
                operations.set(1, Json.operation(
                        "set_exception", "future", "future", "error", "ValueError"));
            }
            add("call_later", "delay", body.delay() + body.delay(), "do", operations);
        }
        if (decisions.once(6)) {
            add("call_later", "delay", body.delay(), "do",
                    Json.array(Json.operation("cancel", "task", "task")));
        }
    }

    /** Starts tasks. */
    void start() {
        for (Definition called : body.plan.coroutines) {
            if (!body.callable(List.of(called)).contains(called)) {
                continue;
            }
            int count = decisions.of(1, 2, 0, 1, 3);
            for (int i = 0; i < count; i++) {
                String name = body.scope.fresh(Kind.TASK);
                body.add(body.call(Json.operation("spawn"), "coro", called).put("as", name));
                body.scope.declare(Kind.TASK, name);
                tasks.add(name);
            }
        }
        if (!tasks.isEmpty() && !decisions.once(3)) {
            add("set", "var", "task", "value", Json.object("var", decisions.of(tasks)));
        }
    }

    /** Cancels some of them, at various times. */
    void cancel() {
        int count = tasks.isEmpty() ? 0 : decisions.below(4);
        for (int i = 0; i < count; i++) {
            if (!decisions.once(3)) {
                add("sleep", "delay", body.delay());
            }
            String task = decisions.of(tasks);
            if (decisions.once(2)) {
                add("cancel", "task", task, "message", "stop");
            } else {
                add("cancel", "task", task);
            }
        }
    }

    /** Waits for all that were started, and logs how they ended. */
    void end() {
        if (tasks.isEmpty()) {
            return;
        }
        add("wait", "on", tasks, "timeout", LONG, "done", "finished", "pending", "unfinished");
        add("log", "text", "unfinished", "value", Json.object("var", "unfinished"));
        ArrayNode cancelled = Json.array();
        tasks.forEach(task -> cancelled.add(Json.object("cancelled", task)));
        add("log", "text", "cancelled", "value", Json.object("list", cancelled));
    }

    private void add(String operation, Object... keysAndValues) {
        body.add(operation, keysAndValues);
    }
}
