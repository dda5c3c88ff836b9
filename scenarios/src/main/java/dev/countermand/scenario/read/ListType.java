package dev.countermand.scenario.read;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A list whose items are all of one type.
 *
 * @param <T> what an item means
 * @param item the items' type
 * @param expected what is expected, as messages put it
 * @param least the fewest items
 * @param most the most items
 */
record ListType<T>(FieldType<T> item, String expected, int least, int most)
        implements FieldType<List<T>> {

    /** A list of any length. */
    static <T> ListType<T> of(FieldType<T> item, String expected) {
        return new ListType<>(item, expected, 0, Integer.MAX_VALUE);
    }

    @Override
    public List<T> read(Place place, JsonNode node) {
        if (!node.isArray() || node.size() < least || node.size() > most) {
            throw place.wrong(expected, node);
        }
        List<T> items = new ArrayList<>(node.size());
        for (int i = 0; i < node.size(); i++) {
            items.add(item.read(place.at(i), node.get(i)));
        }
        return Collections.unmodifiableList(items);
    }

    @Override
    public JsonNode schema(SchemaDefinitions definitions) {
        ObjectNode schema = SchemaDefinitions.type("array");
        if (most > 0) {
            schema.set("items", item.schema(definitions));
        }
        if (least > 0) {
            schema.put("minItems", least);
        }
        if (most < Integer.MAX_VALUE) {
            schema.put("maxItems", most);
        }
        return schema;
    }
}
