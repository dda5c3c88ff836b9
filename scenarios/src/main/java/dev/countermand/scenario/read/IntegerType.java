package dev.countermand.scenario.read;

import tools.jackson.databind.JsonNode;

/** An integer of 32 bits, written without a fraction, not an expression. */
enum IntegerType implements FieldType<Integer> {
    INTEGER;

    @Override
    public String expected() {
        return "an integer";
    }

    @Override
    public Integer read(Place place, JsonNode node) {
        if (!node.isIntegralNumber()) {
            throw place.wrong(expected(), node);
        }
        if (!node.canConvertToInt()) {
            throw place.wrong("an integer of 32 bits", node);
        }
        return node.intValue();
    }

    @Override
    public JsonNode schema(SchemaDefinitions definitions) {
        return SchemaDefinitions.type("integer")
                .put("minimum", Integer.MIN_VALUE)
                .put("maximum", Integer.MAX_VALUE);
    }
}
