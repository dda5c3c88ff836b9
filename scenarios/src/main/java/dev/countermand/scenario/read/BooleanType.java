package dev.countermand.scenario.read;

import tools.jackson.databind.JsonNode;

/** {@code true} or {@code false}, not an expression. */
enum BooleanType implements FieldType<Boolean> {
    BOOLEAN;

    @Override
    public String expected() {
        return "true or false";
    }

    @Override
    public Boolean read(Place place, JsonNode node) {
        if (!node.isBoolean()) {
            throw place.wrong(expected(), node);
        }
        return node.booleanValue();
    }

    @Override
    public JsonNode schema(SchemaDefinitions definitions) {
        return SchemaDefinitions.type("boolean");
    }
}
