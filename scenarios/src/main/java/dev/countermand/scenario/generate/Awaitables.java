package dev.countermand.scenario.generate;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The awaitables of generated scenarios, nested a few levels deep. */
final class Awaitables {
    private static final int DEEPEST = 3;

    private Awaitables() {}

    static JsonNode of(BodyWriter body) {
        return of(body, 0);
    }

    private static JsonNode of(BodyWriter body, int depth) {
        Decisions decisions = body.decisions;
        switch (decisions.below(depth < DEEPEST ? 10 : 5)) {
            case 0, 1, 2:
                if (body.has(Kind.TASK, Kind.FUTURE)) {
                    return reference(body);
                }
                return call(body);
            case 3:
                return call(body);
            case 4:
                return sleep(body);
            case 5, 6:
                return Json.object("shield", of(body, depth + 1));
            case 7, 8:
                return Json.object(
                        "wait_for", of(body, depth + 1),
                        "timeout", decisions.once(6) ? null : body.delay());
            default:
                return gather(body, depth);
        }
    }

    private static JsonNode gather(BodyWriter body, int depth) {
        Decisions decisions = body.decisions;
        ObjectNode gather;
        if (body.has(Kind.TASKS) && decisions.once(4)) {
            gather = Json.object("gather", body.variable(Kind.TASKS));
        } else {
            ArrayNode items = Json.array();
            int count = decisions.of(2, 1, 3, 0, 2);
            for (int i = 0; i < count; i++) {
                items.add(of(body, depth + 2));
            }
            gather = Json.object("gather", items);
        }
        if (decisions.once(3)) {
            gather.put("return_exceptions", decisions.once(2) || decisions.once(2));
        }
        return gather;
    }

    private static JsonNode sleep(BodyWriter body) {
        ObjectNode sleep = Json.object("sleep", body.delay());
        if (body.decisions.once(3)) {
            sleep.set("result", Values.number(body));
        }
        return sleep;
    }

    private static JsonNode call(BodyWriter body) {
        List<Definition> callable = body.callable(body.plan.coroutines);
        return callable.isEmpty()
                ? sleep(body)
                : body.call(Json.object(), "coro", body.decisions.of(callable));
    }

    /** A task or a future: what there is. */
    static JsonNode reference(BodyWriter body) {
        return Json.node(
                body.has(Kind.TASK) && !body.decisions.once(4)
                        ? body.variable(Kind.TASK)
                        : body.variable(Kind.TASK, Kind.FUTURE));
    }

    /** A list of tasks and futures, or a list variable. */
    static JsonNode references(BodyWriter body) {
        if (body.has(Kind.TASKS) && body.decisions.once(3)) {
            return Json.node(body.variable(Kind.TASKS));
        }
        ArrayNode items = Json.array();
        int count = body.decisions.of(2, 1, 3);
        for (int i = 0; i < count; i++) {
            items.add(reference(body));
        }
        return items;
    }

    /** A list of awaitables of all forms, or a list variable. */
    static JsonNode list(BodyWriter body) {
        if (body.has(Kind.TASKS) && body.decisions.once(3)) {
            return Json.node(body.variable(Kind.TASKS));
        }
        ArrayNode items = Json.array();
        int count = body.decisions.of(2, 1, 3);
        for (int i = 0; i < count; i++) {
            items.add(of(body, 2));
        }
        return items;
    }
}
