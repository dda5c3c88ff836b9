package dev.countermand.scenario.conformance;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes generated scenarios leave more open: every task may be cancelled, delays are chosen. */
final class ForcedDocuments {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private ForcedDocuments() {}

    /**
     * A task group that aborts with children left to cancel, which those that are generated seldom
     * have.
     */
    static JsonNode abortingGroup() {
        return MAPPER.readTree("""
                {"format": "countermand-scenario/1", "name": "aborting group", "python": "3.11",
                 "coroutines": {
                   "main": [{"op": "task_group", "as": "group", "body": [
                     {"op": "spawn", "group": "group", "coro": "child", "name": "a"},
                     {"op": "spawn", "group": "group", "coro": "child", "name": "b"},
                     {"op": "spawn", "group": "group", "coro": "child", "name": "c"},
                     {"op": "sleep", "delay": 0},
                     {"op": "raise", "error": "ValueError"}]}],
                   "child": [{"op": "try", "body": [{"op": "sleep", "delay": 1}], "finally": [
                     {"op": "log", "text": "left", "value": {"current_task": []}}]}]}}
                """);
    }

    /** The document with more to choose; the given one is changed. */
    static JsonNode openUp(JsonNode node) {
        if (node instanceof ArrayNode array) {
            openUp(array);
        } else if (node instanceof ObjectNode object) {
            for (String field : List.copyOf(object.propertyNames())) {
                openUp(object.get(field));
            }
            JsonNode delay = object.get("delay");
            if (delay != null && delay.isNumber() && "sleep".equals(operation(object))) {
                object.set("delay", MAPPER.createObjectNode()
                        .set("choose", MAPPER.createArrayNode().add(delay).add(0)));
            }
        }
        return node;
    }

    private static void openUp(ArrayNode array) {
        for (int i = 0; i < array.size(); i++) {
            JsonNode item = openUp(array.get(i));
            if ("spawn".equals(operation(item)) && item.has("as")) {
                ObjectNode may = MAPPER.createObjectNode();
                may.put("op", "may_cancel").set("task", item.get("as"));
                array.insert(++i, may);
            }
        }
    }

    private static String operation(JsonNode node) {
        return node.path("op").asString();
    }
}
