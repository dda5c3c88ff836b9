package dev.countermand.scenario.generate;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Queues. */
final class QueueRules {
    private QueueRules() {}

    static List<Rule> all() {
        return List.of(
                Rule.waits("put", Area.QUEUES, 3, body -> body.add(put(body, "put"))),
                Rule.waits("get", Area.QUEUES, 3, body ->
                        body.addAssigning(Kind.ANY, on(body, "get"))),
                Rule.waits("join", Area.QUEUES, 1, body -> body.add(on(body, "join"))),
                Rule.anywhere("put_nowait", Area.QUEUES, 2, body ->
                        body.add(put(body, "put_nowait"))).raises(),
                Rule.anywhere("get_nowait", Area.QUEUES, 2, body ->
                        body.addAssigning(Kind.ANY, on(body, "get_nowait"))).raises(),
                Rule.anywhere("task_done", Area.QUEUES, 2, body -> body.add(on(body, "task_done")))
                        .raises(),
                Rule.anywhere("queue_shutdown", Area.QUEUES, 1, QueueRules::shutdown)
                        .when(body -> body.plan.aims.contains(Area.QUEUES)
                                && body.plan.aims.size() <= 2)
                        .raises());
    }

    private static ObjectNode on(BodyWriter body, String operation) {
        return Json.operation(operation, "queue", body.decisions.of(SharedObjects.QUEUES));
    }

    private static ObjectNode put(BodyWriter body, String operation) {
        ObjectNode put = on(body, operation);
        put.set("value", Values.number(body));
        return put;
    }

    private static void shutdown(BodyWriter body) {
        ObjectNode shutdown = on(body, "queue_shutdown");
        if (body.decisions.once(2)) {
            shutdown.put("immediate", body.decisions.once(2));
        }
        body.add(shutdown);
    }
}
