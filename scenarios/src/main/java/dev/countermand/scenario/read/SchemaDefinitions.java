package dev.countermand.scenario.read;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The {@code $defs} of a JSON Schema being made: each is made once, and may be recursive. */
final class SchemaDefinitions {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Map<String, JsonNode> schemas = new LinkedHashMap<>();

    /** A reference to the definition of this name, which is made when it is first asked for. */
    ObjectNode ref(String name, Supplier<? extends JsonNode> schema) {
        if (!schemas.containsKey(name)) {
            // The place is taken first: making the schema may ask for the same name.
            schemas.put(name, JSON.nullNode());
            schemas.put(name, schema.get());
        }
        return JSON.objectNode().put("$ref", "#/$defs/" + name);
    }

    /** All definitions by name, in the order in which they were first asked for. */
    ObjectNode toJson() {
        ObjectNode all = JSON.objectNode();
        schemas.forEach(all::set);
        return all;
    }

    /** {@code {"type": name}}. */
    static ObjectNode type(String name) {
        return JSON.objectNode().put("type", name);
    }

    /** {@code {"enum": [names]}}. */
    static ObjectNode oneOf(Iterable<String> names) {
        ObjectNode schema = JSON.objectNode();
        var values = schema.putArray("enum");
        names.forEach(values::add);
        return schema;
    }

    /** {@code {"if": {"type": type}, "then": then, "else": otherwise}}. */
    static ObjectNode ifType(String type, JsonNode then, JsonNode otherwise) {
        ObjectNode schema = JSON.objectNode();
        schema.set("if", type(type));
        schema.set("then", then);
        schema.set("else", otherwise);
        return schema;
    }
}
