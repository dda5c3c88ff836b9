package dev.countermand.scenario.read;

import dev.countermand.scenario.model.Awaitable;
import dev.countermand.scenario.model.AwaitableList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeType;

/** An awaitable: a reference, or an object such as {@code {"shield": awaitable}}. */
enum AwaitableType implements FieldType<Awaitable> {
    AWAITABLE;

    /** The task or future that a variable holds. */
    private static final FieldType<Awaitable> REFERENCE =
            new Mapped<>(NameType.REFERENCE, (place, name) -> new Awaitable.Reference(name));

    private static final FieldType<AwaitableList> VARIABLE =
            new Mapped<>(NameType.REFERENCE, (place, name) -> new AwaitableList.Variable(name));

    /** Awaitables, or a variable that holds a list of them. */
    static final FieldType<AwaitableList> LIST =
            listOf(AWAITABLE, "a list of awaitables or the name of a variable that holds one");

    /** References only, or a variable that holds a list of tasks and futures. */
    static final FieldType<AwaitableList> REFERENCES =
            listOf(REFERENCE, "a list of names of tasks or the name of a variable that holds one");

    private static FieldType<AwaitableList> listOf(FieldType<Awaitable> item, String expected) {
        return new ByJsonType<>(
                JsonNodeType.STRING,
                expected,
                VARIABLE,
                new Mapped<List<Awaitable>, AwaitableList>(
                        ListType.of(item, expected),
                        (place, items) -> new AwaitableList.Items(items)));
    }

    @Override
    public String expected() {
        return "an awaitable (the name of a task or future, or an object such as"
                + " {\"coro\": name})";
    }

    @Override
    public Awaitable read(Place place, JsonNode node) {
        if (node.isString()) {
            return REFERENCE.read(place, node);
        }
        if (!node.isObject()) {
            throw place.wrong(expected(), node);
        }
        return Language.AWAITABLES.read(place, node);
    }

    @Override
    public JsonNode schema(SchemaDefinitions definitions) {
        return definitions.ref("awaitable", () -> SchemaDefinitions.ifType(
                "string",
                REFERENCE.schema(definitions),
                Language.AWAITABLES.schema(definitions)));
    }
}
