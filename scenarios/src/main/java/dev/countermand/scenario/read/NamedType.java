package dev.countermand.scenario.read;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * One of a fixed list of strings.
 *
 * @param <T> what the strings mean
 */
final class NamedType<T> implements FieldType<T> {

    private final String expected;
    private final Map<String, T> meanings = new LinkedHashMap<>();

    /** These values under these names; messages call any of them {@code expected}. */
    NamedType(String expected, List<T> values, Function<T, String> name) {
        this.expected = expected;
        values.forEach(value -> meanings.put(name.apply(value), value));
    }

    @Override
    public String expected() {
        return expected;
    }

    @Override
    public T read(Place place, JsonNode node) {
        T meaning = node.isString() ? meanings.get(node.stringValue()) : null;
        if (meaning == null) {
            ScenarioException wrong = place.wrong(expected, node);
            throw node.isString()
                    ? place.refused(wrong.problem()
                            + Wording.suggest(node.stringValue(), meanings.keySet()))
                    : wrong;
        }
        return meaning;
    }

    @Override
    public JsonNode schema(SchemaDefinitions definitions) {
        return SchemaDefinitions.oneOf(meanings.keySet());
    }
}
