package dev.countermand.scenario.generate;

import java.util.Collection;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Builds JSON: objects from keys and values in turn, arrays from items. */
final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    /** An object; a value is a JSON node, null, a string, a number, a boolean or a collection. */
    static ObjectNode object(@Nullable Object... keysAndValues) {
        ObjectNode object = MAPPER.createObjectNode();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            object.set((String) keysAndValues[i], node(keysAndValues[i + 1]));
        }
        return object;
    }

    /** An operation: an object that begins with its name. */
    static ObjectNode operation(String name, @Nullable Object... keysAndValues) {
        ObjectNode operation = object("op", name);
        operation.setAll(object(keysAndValues));
        return operation;
    }

    static ArrayNode array(@Nullable Object... items) {
        ArrayNode array = MAPPER.createArrayNode();
        for (Object item : items) {
            array.add(node(item));
        }
        return array;
    }

    static JsonNode node(@Nullable Object value) {
        if (value instanceof JsonNode node) {
            return node;
        }
        return value instanceof Collection<?> items
                ? array(items.toArray())
                : MAPPER.valueToTree(value);
    }
}
