package dev.countermand.scenario.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The schema and the reader say the same about documents whose structure is wrong. */
class SchemaAgreementTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Schema SCHEMA = SchemaRegistry
            .withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(ScenarioSchema.text());

    @Test
    void theSchemaAcceptsEveryValidDocument() {
        ValidDocuments.texts().forEach((name, text) ->
                assertThat(schemaErrors(text)).as(name).isEmpty());
    }

    @Test
    void bothRefuseAnUnknownFieldInAnyObject() {
        int mutated = 0;
        for (String text : ValidDocuments.all()) {
            JsonNode document = JSON.readTree(text);
            for (JsonNode object : objects(document)) {
                if (isMapOfNames(document, object)) {
                    continue;
                }
                ((ObjectNode) object).put("unknown field", 1);
                assertBothRefuse(document.toString());
                ((ObjectNode) object).remove("unknown field");
                mutated++;
            }
        }
        assertThat(mutated).isGreaterThan(200);
    }

    @Test
    void bothRefuseAnUnknownOperationOrTypeAnywhere() {
        for (String text : ValidDocuments.all()) {
            JsonNode document = JSON.readTree(text);
            for (JsonNode object : objects(document)) {
                for (String tag : List.of("op", "type")) {
                    JsonNode name = object.get(tag);
                    if (name != null && name.isString()) {
                        ((ObjectNode) object).put(tag, name.stringValue() + "x");
                        assertBothRefuse(document.toString());
                        ((ObjectNode) object).set(tag, name);
                    }
                }
            }
        }
    }

    @Test
    void aDroppedFieldIsRefusedByBothOrByNeitherForItsStructure() {
        for (String text : ValidDocuments.all()) {
            JsonNode document = JSON.readTree(text);
            for (JsonNode object : objects(document)) {
                for (String field : List.copyOf(object.propertyNames())) {
                    JsonNode without = document;
                    JsonNode value = ((ObjectNode) object).remove(field);
                    assertAgreement(without.toString());
                    ((ObjectNode) object).set(field, value);
                }
            }
        }
    }

    @Property(tries = 1500, seed = "20261122")
    void aReplacedNodeIsRefusedByBothOrByNeitherForItsStructure(
            @ForAll("replacements") String replacement, @ForAll int which) {
        JsonNode document = JSON.readTree(ValidDocuments.text(
                which % 4 == 0 ? "crossing" : "every-form"));
        List<JsonNode> containers = containers(document);
        JsonNode parent = containers.get(Math.floorMod(which, containers.size()));
        int slot = Math.floorMod(which / 7919, parent.size());
        if (parent instanceof ObjectNode object) {
            object.set(List.copyOf(object.propertyNames()).get(slot), JSON.readTree(replacement));
        } else {
            ((ArrayNode) parent).set(slot, JSON.readTree(replacement));
        }
        assertAgreement(document.toString());
    }

    @Provide
    Arbitrary<String> replacements() {
        return Arbitraries.of(
                "null", "true", "-1", "0", "7", "1.5", "-0.25", "\"\"", "\"main\"", "\"lock\"",
                "\"no such name\"", "[]", "[1]", "[[]]", "[\"t\"]", "[null]", "[{}]", "{}",
                "[{\"op\": \"stop\"}]", "{\"op\": \"break\"}", "{\"op\": 1}", "{\"op\": \"log\"}",
                "{\"var\": \"shared\"}", "{\"var\": 1}", "{\"+\": [1, 2]}", "{\"+\": [1]}",
                "{\"time\": []}", "{\"sleep\": 1}", "{\"gather\": \"lock\"}", "{\"sleep\": null}",
                "{\"coro\": \"main\"}", "{\"type\": \"lock\"}", "{\"x\": 1}",
                "[{\"list\": [{\"not\": {}}]}]", "{\"params\": [], \"body\": []}",
                "{\"params\": [\"a\", \"a\"], \"body\": []}", "\"3.9\"", "\"ValueError\"");
    }

    /**
     * What the reader refuses and the schema accepts must be something that a schema cannot say:
     * such messages are about names and places, and all others are about structure.
     */
    private static void assertAgreement(String text) {
        List<String> schemaErrors = schemaErrors(text);
        String message = readerMessage(text);
        if (message == null) {
            assertThat(schemaErrors).as("the reader accepts %s", text).isEmpty();
        } else if (schemaErrors.isEmpty()) {
            assertThat(message).as("the schema accepts %s", text).containsPattern(
                    "expected the name of (an object|a (coroutine|generator|function|lock)\\b)"
                            + "|expected \\d+ arguments? for|that does not wait|only inside a loop"
                            + "|only in a generator|a generator returns without");
        }
    }

    private static void assertBothRefuse(String text) {
        assertThat(schemaErrors(text)).as("schema on %s", text).isNotEmpty();
        assertThat(readerMessage(text)).as("reader on %s", text).isNotNull();
    }

    private static List<String> schemaErrors(String text) {
        return SCHEMA.validate(text, InputFormat.JSON).stream().map(Object::toString).toList();
    }

    private static String readerMessage(String text) {
        try {
            ScenarioReader.read("test", text.getBytes(StandardCharsets.UTF_8));
            return null;
        } catch (ScenarioException e) {
            return e.getMessage();
        }
    }

    private static List<JsonNode> objects(JsonNode document) {
        return containers(document).stream().filter(JsonNode::isObject).toList();
    }

    /** All objects and lists that are not empty, in the document's order. */
    private static List<JsonNode> containers(JsonNode node) {
        List<JsonNode> all = new ArrayList<>();
        if (node.isContainer() && !node.isEmpty()) {
            all.add(node);
            node.forEach(child -> all.addAll(containers(child)));
        }
        return all;
    }

    /** Whether the keys of the object are names that the document chooses. */
    private static boolean isMapOfNames(JsonNode document, JsonNode object) {
        return List.of("objects", "coroutines", "generators", "functions").stream()
                .anyMatch(field -> document.get(field) == object);
    }
}
