package dev.countermand.scenario.read;

import tools.jackson.databind.JsonNode;

/** Any string, taken as it is. */
enum TextType implements FieldType<String> {
    TEXT;

    @Override
    public String expected() {
        return "a string";
    }

    @Override
    public String read(Place place, JsonNode node) {
        if (!node.isString()) {
            throw place.wrong(expected(), node);
        }
        return node.stringValue();
    }

    @Override
    public JsonNode schema(SchemaDefinitions definitions) {
        return SchemaDefinitions.type("string");
    }
}
