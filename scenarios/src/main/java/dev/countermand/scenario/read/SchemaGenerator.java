package dev.countermand.scenario.read;

import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes the JSON Schema that follows from the forms. */
final class SchemaGenerator {

    private SchemaGenerator() {}

    /** The whole schema as text, with a line feed at its end: the same text at each call. */
    static String generate() {
        SchemaDefinitions definitions = new SchemaDefinitions();
        ObjectNode document = DocumentForm.DOCUMENT.schema(definitions, null);
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", "countermand-scenario/1");
        schema.put("description", "One asyncio program: its coroutines, the objects they share, how"
                + " a Runner drives them, and what must hold. What a schema cannot say (that names"
                + " exist, that a body may wait) is checked when a scenario is read.");
        schema.setAll(document);
        schema.set("$defs", definitions.toJson());
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter()
                .withObjectIndenter(indenter)
                .withArrayIndenter(indenter);
        return JsonMapper.builder().build().writer().with(printer).writeValueAsString(schema)
                + "\n";
    }
}
