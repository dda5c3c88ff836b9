package dev.countermand.scenario.generate;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** The shared objects of generated scenarios; all are declared, and what is used is made. */
final class SharedObjects {
    static final List<String> LOCKABLE =
            List.of("lock", "cond", "sem", "bsem", "tied", "sem");
    static final List<String> CONDITIONS = List.of("cond", "tied");
    static final List<String> QUEUES = List.of("q", "lifo", "prio");
    static final List<String> CONTEXT_VARIABLES = List.of("cv", "bare");

    private SharedObjects() {}

    static ObjectNode declare(Decisions decisions) {
        ObjectNode objects = Json.object(
                "lock", Json.object("type", "lock"),
                "event", Json.object("type", "event"),
                "cond", Json.object("type", "condition"),
                "tied", Json.object("type", "condition", "lock", "lock"),
                "sem", Json.object("type", "semaphore", "value", decisions.of(1, 2, 0)),
                "bsem", Json.object("type", "bounded_semaphore", "value", decisions.of(1, 2)),
                "bar", Json.object("type", "barrier", "parties", decisions.of(2, 1, 3)),
                "cv", Json.object("type", "contextvar", "default", 0),
                "bare", Json.object("type", "contextvar"),
                "num", Json.object("type", "var", "value", 0),
                "items", Json.object("type", "var", "value", Json.array(1, 2)),
                "task", Json.object("type", "var"),
                "future", Json.object("type", "var"),
                "iter", Json.object("type", "var"));
        for (String queue : List.of("queue", "lifo_queue", "priority_queue")) {
            objects.set(
                    queue.equals("queue") ? "q" : queue.substring(0, 4),
                    Json.object("type", queue, "maxsize", decisions.of(1, 0, 2)));
        }
        objects.set("prio", objects.remove("prio"));
        if (decisions.once(40)) {
            objects.set("sem", Json.object("type", "semaphore", "value", -1));
        }
        if (decisions.once(40)) {
            objects.set("bar", Json.object("type", "barrier", "parties", 0));
        }
        return objects;
    }

    /** Makes the shared variables visible in a body. */
    static void declareIn(Scope scope) {
        scope.declare(Kind.NUMBER, "num");
        scope.declare(Kind.LIST, "items");
        scope.declare(Kind.OTHER_TASK, "task");
        scope.declare(Kind.FUTURE, "future");
        scope.declare(Kind.GENERATOR, "iter");
    }
}
