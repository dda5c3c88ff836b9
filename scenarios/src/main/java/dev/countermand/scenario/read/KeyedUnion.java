package dev.countermand.scenario.read;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Forms that are told apart by which of their first fields the object has: the key of an
 * expression, or {@code gather} of an awaitable.
 *
 * @param <T> what all of them mean
 */
final class KeyedUnion<T> implements FieldType<T> {

    private final String definition;
    private final String what;
    private final String example;
    private final Map<String, Form<T>> forms = new LinkedHashMap<>();

    /**
     * The forms of {@code what} (words such as "an expression"), with an example for messages;
     * {@code definition} is its name among the schema's definitions.
     */
    KeyedUnion(String definition, String what, String example, List<Form<T>> forms) {
        this.definition = definition;
        this.what = what;
        this.example = example;
        for (Form<T> form : forms) {
            if (this.forms.put(form.name(), form) != null) {
                throw new IllegalStateException("two forms are called " + form.name());
            }
        }
    }

    /** The keys of all forms, in the order of their declaration. */
    Set<String> names() {
        return forms.keySet();
    }

    @Override
    public String expected() {
        return what + " such as " + example;
    }

    @Override
    public T read(Place place, JsonNode node) {
        if (!node.isObject() || node.isEmpty()) {
            throw place.wrong(expected(), node);
        }
        for (String key : node.propertyNames()) {
            Form<T> form = forms.get(key);
            if (form != null) {
                return form.read(place, node, null);
            }
        }
        String key = node.propertyNames().iterator().next();
        throw place.at(key).refused(
                "expected the key of " + what + ", but found " + Wording.quote(key)
                        + Wording.suggest(key, forms.keySet()));
    }

    @Override
    public JsonNode schema(SchemaDefinitions definitions) {
        boolean oneKeyEach = forms.values().stream().allMatch(f -> f.head().fields().size() == 1);
        return definitions.ref(
                definition,
                () -> oneKeyEach ? oneProperty(definitions) : conditions(definitions));
    }

    /** Exactly one of the keys: enough, and short, when no form has another field. */
    private ObjectNode oneProperty(SchemaDefinitions definitions) {
        ObjectNode schema = SchemaDefinitions.type("object");
        ObjectNode properties = schema.putObject("properties");
        forms.forEach((key, form) ->
                properties.set(key, form.head().fields().get(0).type().schema(definitions)));
        return schema.put("additionalProperties", false)
                .put("minProperties", 1)
                .put("maxProperties", 1);
    }

    /** One condition per form, for the reason that {@link TaggedUnion} gives. */
    private ObjectNode conditions(SchemaDefinitions definitions) {
        ObjectNode schema = SchemaDefinitions.type("object");
        var keys = schema.putArray("anyOf");
        forms.keySet().forEach(key -> keys.addObject().putArray("required").add(key));
        var conditions = schema.putArray("allOf");
        forms.forEach((key, form) -> {
            ObjectNode condition = conditions.addObject();
            condition.putObject("if").putArray("required").add(key);
            condition.set("then", definitions.ref(
                    definition + "." + key, () -> form.schema(definitions, null)));
        });
        return schema;
    }
}
