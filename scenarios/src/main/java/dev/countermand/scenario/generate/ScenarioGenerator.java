package dev.countermand.scenario.generate;

import dev.countermand.loop.PythonVersion;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes scenario documents out of decisions. */
public final class ScenarioGenerator {
    private final Plan plan;
    private final Decisions decisions;

    private ScenarioGenerator(Decisions decisions) {
        this.decisions = decisions;
        this.plan = new Plan(decisions);
    }

    /**
     * The scenario of some decisions.
     *
     * @param name the scenario's name
     * @return a document; the field {@code python} names the lowest version that has what it uses
     */
    public static JsonNode generate(String name, Decisions decisions) {
        return new ScenarioGenerator(decisions).document(name);
    }

    private JsonNode document(String name) {
        ObjectNode document = Json.object(
                "format", "countermand-scenario/1", "name", name, "python", "3.11");
        document.set("objects", plan.objects);
        document.set("generators",
                definitions(plan.generators, BodyWriter.Place.GENERATOR));
        document.set("functions", definitions(plan.functions, BodyWriter.Place.PLAIN));
        ObjectNode coroutines = Json.object();
        List<Definition> all = plan.coroutines;
        coroutines.set("main", body(all.get(0), BodyWriter.Place.COROUTINE));
        coroutines.setAll(definitions(all.subList(1, all.size()), BodyWriter.Place.COROUTINE));
        document.set("coroutines", coroutines);
        new HostWriter(plan).addTo(document);
        document.put("python", Requirements.lowestPython(document).label());
        return document;
    }

    private ObjectNode definitions(List<Definition> definitions, BodyWriter.Place place) {
        ObjectNode written = Json.object();
        for (Definition definition : definitions) {
            written.set(definition.name(), body(definition, place));
        }
        return written;
    }

    private JsonNode body(Definition definition, BodyWriter.Place place) {
        ArrayNode operations = BodyWriter.body(plan, definition, place);
        if (definition.parameters().isEmpty()) {
            return operations;
        }
        ArrayNode names = Json.array();
        for (int i = 0; i < definition.parameters().size(); i++) {
            names.add("p" + i);
        }
        return Json.object("params", names, "body", operations);
    }

    /** The versions that a document can be played on. */
    public static List<PythonVersion> versions(JsonNode document) {
        PythonVersion lowest = PythonVersion.of(document.get("python").stringValue());
        return List.of(PythonVersion.values()).subList(
                lowest.ordinal(), PythonVersion.values().length);
    }
}
