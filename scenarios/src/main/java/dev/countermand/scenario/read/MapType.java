package dev.countermand.scenario.read;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An object whose keys are names that the document chooses.
 *
 * @param <T> what a name stands for
 * @param item the type of what stands under each name
 * @param expected what is expected, as messages put it
 */
record MapType<T>(FieldType<T> item, String expected) implements FieldType<Map<String, T>> {

    @Override
    public Map<String, T> read(Place place, JsonNode node) {
        if (!node.isObject()) {
            throw place.wrong(expected, node);
        }
        Map<String, T> items = new LinkedHashMap<>();
        for (String name : node.propertyNames()) {
            if (name.isEmpty()) {
                throw place.refused("expected names, but found an empty string as a key");
            }
            items.put(name, item.read(place.at(name), node.get(name)));
        }
        return items;
    }

    @Override
    public JsonNode schema(SchemaDefinitions definitions) {
        ObjectNode schema = SchemaDefinitions.type("object");
        schema.putObject("propertyNames").put("minLength", 1);
        schema.set("additionalProperties", item.schema(definitions));
        return schema;
    }
}
