package dev.countermand.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The writer, the reader, the schema and the page say the same about the format. */
class SchemaAgreementTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Schema SCHEMA = SchemaRegistry
            .withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(TraceSchema.text());

    @Provide
    Arbitrary<TraceFile> files() {
        return RandomTraceFiles.any();
    }

    @Property(tries = 200, seed = "20261122")
    void theSchemaAcceptsEveryWrittenDocument(@ForAll("files") TraceFile file) {
        assertThat(schemaErrors(TraceWriter.toJson(file))).isEmpty();
    }

    @Property(tries = 500, seed = "20261122")
    void aDroppedFieldIsRefusedByBothOrByNeither(
            @ForAll("files") TraceFile file, @ForAll int which) {
        JsonNode root = JSON.readTree(TraceWriter.toJson(file));
        List<JsonNode> objects = formObjects(root);
        ObjectNode object = (ObjectNode) objects.get(Math.floorMod(which, objects.size()));
        List<String> fields = List.copyOf(object.propertyNames());
        object.remove(fields.get(Math.floorMod(which / 7919, fields.size())));
        assertAgreement(root.toString());
    }

    @Property(tries = 200, seed = "20261122")
    void anUnknownFieldIsRefusedByBothWhereverTheFormatNamesTheFields(
            @ForAll("files") TraceFile file, @ForAll int which) {
        JsonNode root = JSON.readTree(TraceWriter.toJson(file));
        List<JsonNode> objects = formObjects(root);
        ((ObjectNode) objects.get(Math.floorMod(which, objects.size()))).put("unknown", 1);
        assertThat(schemaErrors(root.toString())).isNotEmpty();
        assertThat(readerMessage(root.toString())).isNotNull();
    }

    @Property(tries = 1000, seed = "20261122")
    void aReplacedNodeIsRefusedByBothOrByNeither(
            @ForAll("files") TraceFile file,
            @ForAll("replacements") String replacement,
            @ForAll int which) {
        JsonNode root = JSON.readTree(TraceWriter.toJson(file));
        List<JsonNode> containers = containers(root);
        JsonNode parent = containers.get(Math.floorMod(which, containers.size()));
        int slot = Math.floorMod(which / 7919, parent.size());
        if (parent instanceof ObjectNode object) {
            object.set(List.copyOf(object.propertyNames()).get(slot), JSON.readTree(replacement));
        } else {
            ((ArrayNode) parent).set(slot, JSON.readTree(replacement));
        }
        assertAgreement(root.toString());
    }

    @Provide
    Arbitrary<String> replacements() {
        return Arbitraries.of("null", "true", "-1", "0", "7", "1.5", "1e400", "\"\"", "\"ran\"",
                "\"cancelled\"", "\"check\"", "[]", "[1]", "[null]", "{}", "{\"$float\":\"inf\"}",
                "{\"$float\":\"x\"}", "{\"$x\":1}", "{\"$$x\":1}", "\"countermand-trace/2\"",
                "9223372036854775807", "9223372036854775808", "2147483648", "\"legal\"",
                "{\"task\":\"a\",\"on\":\"b\"}", "{\"chances\":-1}", "{\"picked\":0}",
                "\"passes\"", "{\"picked\":0,\"pick\":\"none\"}", "[\"a\",\"b\"]",
                "\"" + "0".repeat(64) + "\"");
    }

    @Test
    void everyFieldAndEveryWordOfTheSchemaIsOnThePage() throws Exception {
        String page = Files.readString(Path.of("../docs/trace-format.md"));
        Set<String> words = new LinkedHashSet<>();
        collect(JSON.readTree(TraceSchema.text()), words);
        assertThat(words).hasSizeGreaterThan(60).contains("step-limit", "must-honour");
        assertThat(words).allSatisfy(word -> assertThat(page).contains("`" + word + "`"));
    }

    @Test
    void theExampleOnThePageIsATrace() throws Exception {
        String page = Files.readString(Path.of("../docs/trace-format.md"));
        int from = page.indexOf("```json\n") + "```json\n".length();
        String example = page.substring(from, page.indexOf("```", from));
        TraceFile file = TraceReader.readFile("page", example.getBytes(StandardCharsets.UTF_8));
        assertThat(TraceWriter.toJson(file)).isEqualTo(example);
    }

    private static void collect(JsonNode node, Set<String> words) {
        if (node.isObject() && node.has("properties")) {
            words.addAll(node.get("properties").propertyNames());
        }
        if (node.isObject() && node.has("enum")) {
            node.get("enum").forEach(word -> words.add(word.stringValue()));
        }
        if (node.isObject() && node.has("const")) {
            words.add(node.get("const").stringValue());
        }
        node.forEach(child -> collect(child, words));
    }

    /** What the reader refuses and the schema accepts must be a relation between two fields. */
    private static void assertAgreement(String text) {
        List<String> schemaErrors = schemaErrors(text);
        String message = readerMessage(text);
        if (message == null) {
            assertThat(schemaErrors).as("the reader accepts %s", text).isEmpty();
        } else if (schemaErrors.isEmpty()) {
            assertThat(message).as("the schema accepts %s", text).containsPattern(
                    "or a later one|/choices/[0-9]+/picked: expected an integer"
                            + "|range of a double|as the run has so many|departures are explained");
        }
    }

    private static List<String> schemaErrors(String text) {
        return SCHEMA.validate(text, InputFormat.JSON).stream().map(Object::toString).toList();
    }

    private static @Nullable String readerMessage(String text) {
        try {
            TraceReader.read("test", text.getBytes(StandardCharsets.UTF_8));
            return null;
        } catch (TraceException e) {
            assertThat(e.getMessage()).matches("[ -~]*");
            return e.getMessage();
        }
    }

    /** All objects whose fields the format names: not the logged values. */
    private static List<JsonNode> formObjects(JsonNode root) {
        List<JsonNode> objects = new ArrayList<>();
        addRun(root, objects);
        if (root.has("shrinkage")) {
            objects.addAll(List.of(root.get("shrinkage"), root.get("shrinkage").get("before"),
                    root.get("shrinkage").get("after")));
        }
        if (root.has("explanation")) {
            addExplanation(root.get("explanation"), objects);
        }
        return objects;
    }

    private static void addRun(JsonNode run, List<JsonNode> objects) {
        objects.addAll(List.of(run, run.get("subject"), run.get("origin"), run.get("verdict")));
        run.get("choices").forEach(objects::add);
        run.get("events").forEach(objects::add);
        for (JsonNode violation : run.get("verdict").get("violations")) {
            objects.add(violation);
            violation.get("waiting").forEach(objects::add);
        }
    }

    private static void addExplanation(JsonNode explanation, List<JsonNode> objects) {
        objects.addAll(List.of(explanation, explanation.get("others")));
        for (JsonNode departure : explanation.get("departures")) {
            objects.add(departure);
            for (JsonNode trial : departure.get("trials")) {
                objects.addAll(List.of(trial, trial.get("change")));
            }
        }
        if (explanation.has("nearest")) {
            JsonNode nearest = explanation.get("nearest");
            objects.addAll(List.of(nearest, nearest.get("change")));
            addRun(nearest.get("run"), objects);
        }
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
}
