package dev.countermand.scenario.generate;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Variables, lists, context variables. */
final class DataRules {
    private DataRules() {}

    static List<Rule> all() {
        return List.of(
                Rule.anywhere("log", Area.DATA, 16, DataRules::log),
                Rule.anywhere("set", Area.DATA, 4, DataRules::set),
                Rule.anywhere("set", Area.TASKS, 2, DataRules::setTasks).needs(Kind.TASK),
                Rule.anywhere("append", Area.DATA, 2, body -> body.add("append",
                        "list", body.variable(Kind.LIST), "value", Values.number(body))),
                Rule.anywhere("append", Area.TASKS, 1, body -> body.add("append",
                                "list", body.variable(Kind.TASKS),
                                "value", Json.object("var", body.variable(Kind.TASK))))
                        .needs(Kind.TASKS).needs(Kind.TASK),
                Rule.anywhere("remove", Area.DATA, 1, body -> body.add("remove",
                        "list", body.variable(Kind.LIST), "value", Values.number(body))).raises(),
                Rule.anywhere("insert", Area.DATA, 1, body -> body.add("insert",
                        "list", body.variable(Kind.LIST),
                        "index", body.decisions.below(4) - 1,
                        "value", Values.number(body))),
                Rule.anywhere("pop", Area.DATA, 1, DataRules::pop).raises(),
                Rule.anywhere("set_context", Area.CONTEXT, 2, body -> body.addMaybeAssigning(
                        Kind.TOKEN,
                        Json.operation("set_context",
                                "contextvar", body.decisions.of(SharedObjects.CONTEXT_VARIABLES),
                                "value", Values.number(body)))),
                Rule.anywhere("reset_context", Area.CONTEXT, 1, body -> body.add("reset_context",
                                "contextvar", body.decisions.of(SharedObjects.CONTEXT_VARIABLES),
                                "token", body.variable(Kind.TOKEN)))
                        .needs(Kind.TOKEN).raises());
    }

    private static void log(BodyWriter body) {
        String text = "m" + body.decisions.below(100);
        if (body.decisions.once(4)) {
            body.add("log", "text", text);
        } else {
            body.add("log", "text", text, "value", Values.any(body));
        }
    }

    private static void set(BodyWriter body) {
        boolean list = body.decisions.once(4);
        Kind kind = list ? Kind.LIST : Kind.NUMBER;
        String name = body.target(kind);
        body.add("set", "var", name, "value", list ? Values.list(body) : Values.number(body));
        body.scope.declare(kind, name);
    }

    private static void setTasks(BodyWriter body) {
        String name = body.target(Kind.TASKS);
        body.add("set", "var", name, "value", Json.object("list", Json.array(
                Json.object("var", body.variable(Kind.TASK)),
                Json.object("var", body.variable(Kind.TASK, Kind.FUTURE)))));
        body.scope.declare(Kind.TASKS, name);
    }

    private static void pop(BodyWriter body) {
        ObjectNode pop = Json.operation("pop", "list", body.variable(Kind.LIST));
        if (body.decisions.once(2)) {
            pop.put("index", body.decisions.below(3) - 1);
        }
        body.addMaybeAssigning(Kind.ANY, pop);
    }
}
