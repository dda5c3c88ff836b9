package dev.countermand.scenario.read;

import tools.jackson.databind.JsonNode;

/**
 * What may stand in a field: how it is read, and the schema that says the same.
 *
 * @param <T> what reading gives
 */
interface FieldType<T> {

    /** What is expected, as messages put it after "expected". */
    String expected();

    /**
     * Reads a node.
     *
     * @throws ScenarioException when something else stands there
     */
    T read(Place place, JsonNode node);

    /** The JSON Schema of it; recursive and frequent types put theirs into the definitions. */
    JsonNode schema(SchemaDefinitions definitions);
}
