package dev.countermand.scenario.read;

import tools.jackson.databind.JsonNode;

/** A virtual time in seconds: a number that is not negative, not an expression. */
enum MomentType implements FieldType<Double> {
    MOMENT;

    @Override
    public String expected() {
        return "a number of seconds, not negative";
    }

    @Override
    public Double read(Place place, JsonNode node) {
        double seconds = node.isNumber() ? node.doubleValue() : -1;
        if (seconds < 0 || !Double.isFinite(seconds)) {
            throw place.wrong(expected(), node);
        }
        return seconds;
    }

    @Override
    public JsonNode schema(SchemaDefinitions definitions) {
        return SchemaDefinitions.type("number").put("minimum", 0);
    }
}
