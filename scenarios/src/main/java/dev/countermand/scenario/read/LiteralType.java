package dev.countermand.scenario.read;

import dev.countermand.scenario.model.Expression;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A JSON literal: anything but objects, which are expressions where expressions may stand. */
enum LiteralType implements FieldType<Expression.Literal> {
    LITERAL;

    @Override
    public String expected() {
        return "a literal (null, true, false, a number, a string or a list of literals)";
    }

    @Override
    public Expression.Literal read(Place place, JsonNode node) {
        return new Expression.Literal(value(place, node));
    }

    private @Nullable Object value(Place place, JsonNode node) {
        if (node.isNull()) {
            return null;
        }
        if (node.isBoolean()) {
            return node.booleanValue();
        }
        if (node.isString()) {
            return node.stringValue();
        }
        if (node.isNumber()) {
            return number(place, node);
        }
        if (node.isArray()) {
            List<@Nullable Object> items = new ArrayList<>(node.size());
            for (int i = 0; i < node.size(); i++) {
                items.add(value(place.at(i), node.get(i)));
            }
            return Collections.unmodifiableList(items);
        }
        throw place.wrong(expected(), node);
    }

    private static Object number(Place place, JsonNode node) {
        if (node.isIntegralNumber()) {
            if (node.canConvertToLong()) {
                return node.longValue();
            }
            return node.bigIntegerValue();
        }
        double value = node.doubleValue();
        if (!Double.isFinite(value)) {
            throw place.refused("expected a number that a double can hold, but found more");
        }
        return value;
    }

    @Override
    public JsonNode schema(SchemaDefinitions definitions) {
        return definitions.ref("literal", () -> {
            ObjectNode schema = SchemaDefinitions.type("array");
            var types = schema.putArray("type");
            List.of("null", "boolean", "number", "string", "array").forEach(types::add);
            schema.set("items", schema(definitions));
            return schema;
        });
    }
}
