package dev.countermand.scenario.read;

import dev.countermand.scenario.model.Expression;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A value: a literal, or an expression. Where Python takes numbers only, a literal that is none is
 * refused already here; what an expression gives is only known at run time.
 */
enum ValueType implements FieldType<Expression> {
    ANY("value", "a literal or an expression", List.of()),
    SECONDS("seconds", "a number of seconds or an expression", List.of("number")),
    SECONDS_OR_NULL(
            "seconds-or-null", "a number of seconds, null or an expression",
            List.of("number", "null")),
    DURATION("duration", "a number of seconds, not negative, or an expression", List.of("number")),
    WHOLE("whole", "an integer or an expression", List.of("integer")),
    COUNT("count", "an integer, not negative, or an expression", List.of("integer"));

    private final String definition;
    private final String expected;
    private final List<String> types;

    ValueType(String definition, String expected, List<String> types) {
        this.definition = definition;
        this.expected = expected;
        this.types = types;
    }

    @Override
    public String expected() {
        return expected;
    }

    @Override
    public Expression read(Place place, JsonNode node) {
        if (node.isObject()) {
            return Language.EXPRESSIONS.read(place, node);
        }
        if (!accepts(node)) {
            throw place.wrong(expected, node);
        }
        if (this == ANY && node.isArray() && holdsObject(node)) {
            throw place.refused("expected literals only in a list that is a literal: "
                    + "{\"list\": [..]} is the list that evaluates its items");
        }
        return LiteralType.LITERAL.read(place, node);
    }

    private boolean accepts(JsonNode node) {
        boolean rightType = types.isEmpty()
                || node.isNull() && types.contains("null")
                || node.isNumber() && types.contains("number")
                || node.isIntegralNumber() && types.contains("integer");
        return rightType && (!isBounded() || node.doubleValue() >= 0);
    }

    private boolean isBounded() {
        return this == DURATION || this == COUNT;
    }

    private static boolean holdsObject(JsonNode list) {
        for (JsonNode item : list) {
            if (item.isObject() || item.isArray() && holdsObject(item)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public JsonNode schema(SchemaDefinitions definitions) {
        return definitions.ref(definition, () -> SchemaDefinitions.ifType(
                "object", Language.EXPRESSIONS.schema(definitions), literal(definitions)));
    }

    private JsonNode literal(SchemaDefinitions definitions) {
        if (types.isEmpty()) {
            return LiteralType.LITERAL.schema(definitions);
        }
        ObjectNode schema = SchemaDefinitions.type(types.get(0));
        if (types.size() > 1) {
            var all = schema.putArray("type");
            types.forEach(all::add);
        }
        return isBounded() ? schema.put("minimum", 0) : schema;
    }
}
