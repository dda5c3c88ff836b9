package dev.countermand.scenario.generate;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Sleeps, awaits, combinators, scopes. */
final class WaitingRules {
    private WaitingRules() {}

    static List<Rule> all() {
        return List.of(
                Rule.waits("sleep", Area.WAITING, 12, WaitingRules::sleep),
                Rule.waits("await", Area.WAITING, 8, body -> body.addMaybeAssigning(
                                Kind.ANY,
                                Json.operation("await", "on", Awaitables.reference(body))))
                        .needs(Kind.TASK, Kind.FUTURE),
                Rule.waits("await", Area.WAITING, 8, body -> body.addMaybeAssigning(
                        Kind.ANY, Json.operation("await", "on", Awaitables.of(body)))),
                Rule.waits("wait", Area.WAITING, 3, WaitingRules::waitForSome)
                        .needs(Kind.TASK),
                Rule.waits("as_completed", Area.WAITING, 2, WaitingRules::asCompleted)
                        .when(BodyWriter::mayNest),
                Rule.waits("timeout", Area.TIMEOUTS, 4, body -> timeout(body, false))
                        .when(BodyWriter::mayNest),
                Rule.waits("timeout_at", Area.TIMEOUTS, 1, body -> timeout(body, true))
                        .when(BodyWriter::mayNest),
                Rule.anywhere("reschedule", Area.TIMEOUTS, 2, body -> body.add("reschedule",
                                "timeout", body.variable(Kind.TIMEOUT),
                                "when", body.decisions.once(5) ? null : moment(body)))
                        .needs(Kind.TIMEOUT),
                Rule.waits("task_group", Area.GROUPS, 4, WaitingRules::taskGroup)
                        .when(BodyWriter::mayNest));
    }

    private static void sleep(BodyWriter body) {
        ObjectNode sleep = Json.operation("sleep",
                "delay", body.decisions.once(30) ? Json.node(-1) : Json.node(body.delay()));
        if (body.decisions.once(8)) {
            sleep.set("result", Values.number(body));
            body.addAssigning(Kind.NUMBER, sleep);
        } else {
            body.add(sleep);
        }
    }

    private static void waitForSome(BodyWriter body) {
        Decisions decisions = body.decisions;
        ObjectNode wait = Json.operation("wait", "on", Awaitables.references(body));
        if (decisions.once(2)) {
            wait.put("timeout", body.delay());
        }
        if (!decisions.once(3)) {
            wait.put("return_when",
                    decisions.of("FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED"));
        }
        String done = body.target(Kind.LIST);
        String pending = body.target(Kind.LIST);
        wait.put("done", done);
        wait.put("pending", pending);
        body.add(wait);
        body.scope.declare(Kind.LIST, done);
        body.scope.declare(Kind.LIST, pending);
    }

    private static void asCompleted(BodyWriter body) {
        ObjectNode completed = Json.operation("as_completed", "on", Awaitables.list(body));
        if (body.decisions.once(3)) {
            completed.put("timeout", body.delay());
        }
        String name = body.target(Kind.ANY);
        completed.put("as", name);
        body.scope.declare(Kind.ANY, name);
        completed.set("body", body.loopBlock());
        body.add(completed);
    }

    private static void timeout(BodyWriter body, boolean at) {
        Decisions decisions = body.decisions;
        ObjectNode timeout = at
                ? Json.operation("timeout_at", "when", moment(body))
                : Json.operation("timeout", "delay", decisions.once(8) ? null : body.delay());
        if (decisions.once(2)) {
            String name = body.scope.fresh(Kind.TIMEOUT);
            timeout.put("as", name);
            body.scope.declare(Kind.TIMEOUT, name);
        }
        timeout.set("body", body.block());
        body.add(timeout);
    }

    private static ObjectNode moment(BodyWriter body) {
        return Values.pair(body.decisions.once(6) ? "-" : "+",
                Json.object("time", Json.array()), body.delay());
    }

    private static void taskGroup(BodyWriter body) {
        String name = body.scope.fresh(Kind.GROUP);
        body.scope.declare(Kind.GROUP, name);
        body.add("task_group", "as", name, "body", body.block());
    }
}
