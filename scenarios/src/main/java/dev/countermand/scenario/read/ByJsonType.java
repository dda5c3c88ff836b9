package dev.countermand.scenario.read;

import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeType;

/**
 * One of two types, told apart by the JSON type of what comes: a name or a list of names, say.
 *
 * @param <T> what both mean
 * @param special the JSON type that decides for {@code first}
 * @param expected what is expected, as messages put it
 * @param first the type when that JSON type comes
 * @param second the type when any other comes
 */
record ByJsonType<T>(
        JsonNodeType special,
        String expected,
        FieldType<? extends T> first,
        FieldType<? extends T> second)
        implements FieldType<T> {

    @Override
    public T read(Place place, JsonNode node) {
        if (node.getNodeType() == special) {
            return first.read(place, node);
        }
        // Both would be acceptable here, so the message must name both and not the second only.
        if (!node.isObject() && !node.isArray() && !node.isString()) {
            throw place.wrong(expected, node);
        }
        return second.read(place, node);
    }

    @Override
    public JsonNode schema(SchemaDefinitions definitions) {
        String type = special.name().toLowerCase(Locale.ROOT);
        return SchemaDefinitions.ifType(
                type, first.schema(definitions), second.schema(definitions));
    }
}
