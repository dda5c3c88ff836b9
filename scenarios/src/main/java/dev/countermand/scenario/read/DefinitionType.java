package dev.countermand.scenario.read;

import dev.countermand.scenario.model.CoroutineDefinition;
import dev.countermand.scenario.model.CoroutineDefinition.Kind;
import dev.countermand.scenario.model.Operation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeType;

/**
 * A coroutine, generator or function without its name, which is the key that it stands under.
 *
 * @param body what its operations may do
 */
record DefinitionType(BodyKind body) implements FieldType<DefinitionType.Unnamed> {

    private static final Field<List<String>> PARAMS = Field.of("params", ParamsType.PARAMS);

    private static final FieldType<Unnamed> PARTS = new ByJsonType<>(
            JsonNodeType.ARRAY,
            "a list of operations, or an object with \"params\" and \"body\"",
            new Mapped<>(BodyType.PART, (place, body) ->
                    new Unnamed(List.of(), locals(place), body)),
            new PlainForm<>("definition", FormHead.of(
                            "definition", "a definition", PARAMS.optional(), Fields.BODY)
                    .makes(f -> new Unnamed(
                            f.or(PARAMS, List.of()), locals(f.place()), f.get(Fields.BODY)))));

    /** A definition without its name. */
    record Unnamed(List<String> params, List<String> locals, List<Operation> body) {}

    /** All definitions of one kind, which the reading then knows. */
    static FieldType<Map<String, CoroutineDefinition>> all(Kind kind, BodyKind body) {
        return new Mapped<>(
                new MapType<>(new DefinitionType(body), "an object of names and definitions"),
                (place, unnamed) -> named(kind, place, unnamed));
    }

    private static Map<String, CoroutineDefinition> named(
            Kind kind, Place place, Map<String, Unnamed> definitions) {
        Map<String, CoroutineDefinition> all = new LinkedHashMap<>();
        definitions.forEach((name, parts) -> {
            place.reading().define(kind, name, parts.params().size());
            all.put(name, new CoroutineDefinition(
                    kind, name, parts.params(), parts.locals(), parts.body()));
        });
        return all;
    }

    private static List<String> locals(Place place) {
        return place.scope().locals(place.reading().objects());
    }

    @Override
    public String expected() {
        return PARTS.expected();
    }

    @Override
    public Unnamed read(Place place, JsonNode node) {
        return PARTS.read(place.asDefinition(body), node);
    }

    @Override
    public JsonNode schema(SchemaDefinitions definitions) {
        return PARTS.schema(definitions);
    }
}
