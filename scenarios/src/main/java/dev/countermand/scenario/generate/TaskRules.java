package dev.countermand.scenario.generate;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Tasks and futures. */
final class TaskRules {
    private static final Kind[] CANCELLABLE = {Kind.TASK, Kind.OTHER_TASK, Kind.FUTURE};
    private static final Kind[] ANY_TASK = {Kind.TASK, Kind.OTHER_TASK};

    private TaskRules() {}

    static List<Rule> all() {
        return List.of(
                Rule.anywhere("spawn", Area.TASKS, 14, body -> spawn(body, false))
                        .when(TaskRules::canSpawn),
                Rule.anywhere("spawn", Area.GROUPS, 10, body -> spawn(body, true))
                        .when(TaskRules::canSpawn).needs(Kind.GROUP),
                Rule.anywhere("cancel", Area.TASKS, 6, TaskRules::cancel)
                        .needs(Kind.TASK, Kind.FUTURE),
                Rule.anywhere("cancel", Area.TASKS, 1, TaskRules::cancel),
                Rule.anywhere("uncancel", Area.TASKS, 1, body -> body.addMaybeAssigning(
                        Kind.NUMBER,
                        Json.operation("uncancel", "task", body.variable(ANY_TASK)))),
                Rule.anywhere("current_task", Area.TASKS, 2, TaskRules::currentTask),
                Rule.anywhere("set_name", Area.TASKS, 1, body -> body.add("set_name",
                        "task", body.variable(ANY_TASK), "name", "renamed")),
                Rule.anywhere("new_future", Area.FUTURES, 3, body ->
                        body.addAssigning(Kind.FUTURE, Json.operation("new_future"))),
                Rule.anywhere("set_result", Area.FUTURES, 2, body -> body.add("set_result",
                                "future", body.variable(Kind.FUTURE),
                                "value", Values.number(body)))
                        .needs(Kind.FUTURE).raises(),
                Rule.anywhere("set_result", Area.FUTURES, 1, body -> body.add("set_result",
                        "future", body.variable(CANCELLABLE),
                        "value", Values.number(body))).raises(),
                Rule.anywhere("set_exception", Area.FUTURES, 2, body -> body.add(
                        ControlRules.error(body, Json.operation("set_exception",
                                "future", body.variable(Kind.FUTURE))))).raises());
    }

    private static boolean canSpawn(BodyWriter body) {
        return !body.callable(body.plan.coroutines).isEmpty();
    }

    private static void spawn(BodyWriter body, boolean inGroup) {
        Decisions decisions = body.decisions;
        ObjectNode spawn = body.call(
                Json.operation("spawn"), "coro", decisions.of(body.callable(body.plan.coroutines)));
        if (inGroup) {
            spawn.put("group", body.variable(Kind.GROUP));
        }
        if (decisions.once(5)) {
            spawn.put("name", decisions.of("named", "other"));
        }
        if (decisions.once(60)) {
            spawn.put("eager_start", decisions.once(2));
        }
        if (decisions.once(6)) {
            body.add(spawn.put("as", "task"));
        } else {
            // What a generator starts is awaited in no circle only if nobody awaits it.
            boolean awaited = body.place != BodyWriter.Place.GENERATOR;
            body.addAssigning(awaited ? Kind.TASK : Kind.OTHER_TASK, spawn);
        }
    }

    private static void cancel(BodyWriter body) {
        ObjectNode cancel = Json.operation("cancel", "task", body.variable(CANCELLABLE));
        if (body.decisions.once(2)) {
            cancel.put("message", body.decisions.of("a", "b"));
        }
        body.addMaybeAssigning(Kind.ANY, cancel);
    }

    private static void currentTask(BodyWriter body) {
        if (body.decisions.once(2)) {
            body.add("current_task", "as", "task");
        } else {
            body.addAssigning(Kind.OTHER_TASK, Json.operation("current_task"));
        }
    }
}
