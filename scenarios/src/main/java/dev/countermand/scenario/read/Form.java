package dev.countermand.scenario.read;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The one declaration of an object of the language: the reader's checks and the schema come from
 * it.
 *
 * @param <T> the record that it means
 * @param head its name and fields
 * @param maker makes the record of the fields
 */
record Form<T>(FormHead head, Function<FieldValues, T> maker) {

    /** What tells the form from others: an operation's name, an expression's key. */
    String name() {
        return head.name();
    }

    /**
     * Reads an object of this form.
     *
     * @param tag the field that holds the form's name and is none of its own; null for none
     * @throws ScenarioException when the object has another form
     */
    T read(Place place, JsonNode node, @Nullable String tag) {
        if (!node.isObject()) {
            throw place.wrong(head.words(), node);
        }
        checkFields(place, node, tag);
        head.placement().check(place, head.name(), node);
        Map<String, Object> values = new LinkedHashMap<>();
        for (Field<?> field : head.fields()) {
            JsonNode value = node.get(field.name());
            if (value != null) {
                values.put(field.name(), field.type().read(place.at(field.name()), value));
            }
        }
        return maker.apply(new FieldValues(place, values));
    }

    private void checkFields(Place place, JsonNode node, @Nullable String tag) {
        List<String> known = head.fields().stream().map(Field::name).toList();
        for (String name : node.propertyNames()) {
            if (!known.contains(name) && !name.equals(tag)) {
                throw place.at(name).refused(
                        "expected no field " + Wording.quote(name) + " in " + head.words()
                                + Wording.suggest(name, known));
            }
        }
        for (Field<?> field : head.fields()) {
            if (field.isRequired() && !node.has(field.name())) {
                throw place.refused(
                        "expected a field " + Wording.quote(field.name()) + " ("
                                + field.type().expected() + ") in " + head.words()
                                + ", but found none");
            }
        }
        head.rules().forEach(rule -> rule.check(place, node));
    }

    /** The schema of an object of this form; {@code tag} as for {@link #read}. */
    ObjectNode schema(SchemaDefinitions definitions, @Nullable String tag) {
        ObjectNode schema = SchemaDefinitions.type("object");
        ObjectNode properties = JsonNodeFactory.instance.objectNode();
        var required = JsonNodeFactory.instance.arrayNode();
        if (tag != null) {
            properties.putObject(tag).put("const", head.name());
            required.add(tag);
        }
        for (Field<?> field : head.fields()) {
            properties.set(field.name(), field.type().schema(definitions));
            if (field.isRequired()) {
                required.add(field.name());
            }
        }
        schema.set("properties", properties);
        if (!required.isEmpty()) {
            schema.set("required", required);
        }
        schema.put("additionalProperties", false);
        head.rules().forEach(rule -> rule.addTo(schema));
        return schema;
    }
}
