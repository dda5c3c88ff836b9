package dev.countermand.scenario.read;

import tools.jackson.databind.JsonNode;

/**
 * A form that is the only one where it stands, so that nothing must tell it from others.
 *
 * @param <T> the record that it means
 * @param definition its name among the schema's definitions
 * @param form its fields
 */
record PlainForm<T>(String definition, Form<T> form) implements FieldType<T> {

    @Override
    public String expected() {
        return form.head().words();
    }

    @Override
    public T read(Place place, JsonNode node) {
        return form.read(place, node, null);
    }

    @Override
    public JsonNode schema(SchemaDefinitions definitions) {
        return definitions.ref(definition, () -> form.schema(definitions, null));
    }
}
