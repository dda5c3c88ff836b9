package dev.countermand.scenario.generate;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** The executor, signals, the Runner, and what only the explorer looks at. */
final class HostRules {
    private HostRules() {}

    static List<Rule> all() {
        return List.of(
                Rule.waits("run_in_executor", Area.EXECUTOR, 3, HostRules::job),
                Rule.anywhere("interrupt", Area.SIGNALS, 1, body -> body.add("interrupt"))
                        .when(HostRules::aimsAtSignals),
                Rule.anywhere("stop", Area.SIGNALS, 1, body -> body.add("stop"))
                        .when(HostRules::aimsAtSignals),
                Rule.anywhere("run_nested", Area.SIGNALS, 1, HostRules::nested)
                        .when(HostRules::aimsAtSignals)
                        .when(body -> !coroutines(body).isEmpty()),
                Rule.anywhere("raise", Area.SIGNALS, 1, body -> body.add("raise",
                                "error", body.decisions.of("KeyboardInterrupt", "SystemExit")))
                        .when(HostRules::aimsAtSignals),
                Rule.anywhere("check", Area.EXPLORATION, 1, body -> body.add("check",
                        "that", Values.truth(body), "message", "checked")),
                Rule.anywhere("may_cancel", Area.EXPLORATION, 1, body -> body.add("may_cancel",
                                "task", body.variable(Kind.TASK), "times", 2, "message", "m"))
                        .needs(Kind.TASK),
                Rule.anywhere("must_honour", Area.EXPLORATION, 1, body -> body.add("must_honour",
                                "task", body.variable(Kind.TASK)))
                        .needs(Kind.TASK));
    }

    private static boolean aimsAtSignals(BodyWriter body) {
        return body.plan.aims.contains(Area.SIGNALS);
    }

    private static void job(BodyWriter body) {
        ObjectNode job = Json.operation("run_in_executor", "duration", body.delay());
        switch (body.decisions.below(4)) {
            case 0 -> job.set("result", Values.number(body));
            case 1 -> ControlRules.error(body, job);
            default -> { }
        }
        body.addMaybeAssigning(Kind.ANY, job);
    }

    private static List<Definition> coroutines(BodyWriter body) {
        return body.callable(body.plan.coroutines).stream()
                .filter(called -> called.parameters().isEmpty())
                .toList();
    }

    private static void nested(BodyWriter body) {
        body.add("run_nested", "coro", body.decisions.of(coroutines(body)).name());
    }
}
