package dev.countermand.scenario.generate;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The values of generated scenarios: literals and expressions. */
final class Values {
    private static final List<String> COMPARISONS = List.of("==", "!=", "<", "<=", ">", ">=");

    private Values() {}

    /** A number. */
    static JsonNode number(BodyWriter body) {
        Decisions decisions = body.decisions;
        switch (decisions.below(12)) {
            case 0, 1, 2, 3:
                return Json.node(decisions.below(4));
            case 4, 5:
                return Json.object("var", body.variable(Kind.NUMBER));
            case 6:
                return pair(decisions.of("+", "-"), variableNumber(body), decisions.below(3));
            case 7:
                return pair("*", decisions.below(3), decisions.below(4));
            case 8:
                return Json.object("len", list(body));
            case 9:
                return Json.object("qsize", decisions.of(SharedObjects.QUEUES));
            case 10:
                return Json.object("n_waiting", "bar");
            default:
                return Json.object("choose", Json.array(decisions.below(3), variableNumber(body)));
        }
    }

    private static JsonNode variableNumber(BodyWriter body) {
        return Json.object("var", body.variable(Kind.NUMBER));
    }

    /** A list. */
    static JsonNode list(BodyWriter body) {
        Decisions decisions = body.decisions;
        if (decisions.once(2)) {
            return Json.object("var", body.variable(Kind.LIST));
        }
        return decisions.once(2)
                ? Json.object("list", Json.array(variableNumber(body), decisions.below(3)))
                : Json.array(decisions.below(3), decisions.of(1.5, "a", null, true));
    }

    /** A value to be tested. */
    static JsonNode truth(BodyWriter body) {
        Decisions decisions = body.decisions;
        switch (decisions.below(9)) {
            case 0, 1, 2:
                return pair(decisions.of(COMPARISONS), number(body), number(body));
            case 3:
                return Json.object("not", Json.object("is_set", "event"));
            case 4:
                return pair(decisions.of("and", "or"), decisions.once(2), any(body));
            case 5:
                return pair("in", number(body), list(body));
            case 6:
                return Json.object("locked", decisions.of("lock", "sem", "cond", "bsem"));
            default:
                return any(body);
        }
    }

    /** Any value, often one that looks at something. */
    static JsonNode any(BodyWriter body) {
        Decisions decisions = body.decisions;
        switch (decisions.below(10)) {
            case 0:
                return number(body);
            case 1:
                return list(body);
            case 2:
                return Json.object("time", Json.array());
            case 3:
                return Json.object(decisions.of("all_tasks", "current_task"), Json.array());
            case 4:
                return Json.object("context", decisions.of("cv", "cv", "cv", "bare"));
            case 5:
                return Json.object("is_set", "event");
            case 6:
                return Json.object("at", Json.array(list(body), decisions.below(2)));
            default:
                JsonNode inspection = inspection(body);
                return inspection == null ? number(body) : inspection;
        }
    }

    private static @Nullable JsonNode inspection(BodyWriter body) {
        Decisions decisions = body.decisions;
        Kind kind = decisions.of(
                Kind.TASK, Kind.TASK, Kind.OTHER_TASK, Kind.FUTURE, Kind.ERROR, Kind.TIMEOUT,
                Kind.ANY);
        if (!body.has(kind)) {
            return null;
        }
        String name = body.variable(kind);
        String what = switch (kind) {
            case TASK, OTHER_TASK -> decisions.of("done", "cancelled", "cancelling", "result",
                    "exception", "task_name", "cancelling");
            case FUTURE -> decisions.of("done", "cancelled", "result", "exception");
            case ERROR -> "error_name";
            case TIMEOUT -> decisions.of("expired", "timeout_when");
            default -> "var";
        };
        return Json.object(what, name);
    }

    static ObjectNode pair(String operator, @Nullable Object left, @Nullable Object right) {
        return Json.object(operator, Json.array(left, right));
    }
}
