package dev.countermand.scenario.read;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Forms that a field of the object tells apart, such as {@code "op"}.
 *
 * @param <T> what all of them mean
 */
final class TaggedUnion<T> implements FieldType<T> {

    private final String definition;
    private final String what;
    private final String tag;
    private final Map<String, Form<T>> forms = new LinkedHashMap<>();

    /**
     * The forms of {@code what} (words such as "an operation"), told apart by the field {@code
     * tag}; {@code definition} is its name among the schema's definitions.
     */
    TaggedUnion(String definition, String what, String tag, List<Form<T>> forms) {
        this.definition = definition;
        this.what = what;
        this.tag = tag;
        for (Form<T> form : forms) {
            if (this.forms.put(form.name(), form) != null) {
                throw new IllegalStateException("two forms are called " + form.name());
            }
        }
    }

    /** The names of all forms, in the order of their declaration. */
    Set<String> names() {
        return forms.keySet();
    }

    @Override
    public String expected() {
        return what + " (an object with the field " + Wording.quote(tag) + ")";
    }

    @Override
    public T read(Place place, JsonNode node) {
        JsonNode name = node.isObject() ? node.get(tag) : null;
        if (name == null) {
            throw place.wrong(expected(), node);
        }
        if (!name.isString()) {
            throw place.at(tag).wrong("the name of " + what, name);
        }
        Form<T> form = forms.get(name.stringValue());
        if (form == null) {
            throw place.at(tag).refused(
                    "expected the name of " + what + ", but found "
                            + Wording.quote(name.stringValue())
                            + Wording.suggest(name.stringValue(), forms.keySet()));
        }
        return form.read(place, node, tag);
    }

    /**
     * One condition per form rather than {@code anyOf}: a validator then enters the bodies of one
     * form only, where {@code anyOf} would validate nested bodies once per form and level.
     */
    @Override
    public JsonNode schema(SchemaDefinitions definitions) {
        return definitions.ref(definition, () -> {
            ObjectNode schema = SchemaDefinitions.type("object");
            schema.putObject("properties").set(tag, SchemaDefinitions.oneOf(forms.keySet()));
            schema.putArray("required").add(tag);
            var conditions = schema.putArray("allOf");
            forms.forEach((name, form) -> {
                ObjectNode condition = conditions.addObject();
                ObjectNode test = condition.putObject("if");
                test.putObject("properties").putObject(tag).put("const", name);
                test.putArray("required").add(tag);
                condition.set("then", definitions.ref(
                        definition + "." + name, () -> form.schema(definitions, tag)));
            });
            return schema;
        });
    }
}
