package dev.countermand.scenario.read;

import tools.jackson.databind.JsonNode;

/** A string that is not empty and names something. */
enum NameType implements FieldType<String> {
    /** A variable that is read: it must be visible. */
    REFERENCE("the name of a variable or object") {
        @Override
        void note(Place place, String name) {
            place.use(name);
        }
    },
    /** A variable that is assigned: from here on the body has it. */
    ASSIGNED("the name of a variable") {
        @Override
        void note(Place place, String name) {
            place.scope().assign(name);
        }
    },
    /** A definition, which the form checks together with the number of arguments. */
    DEFINITION("a name") {
        @Override
        void note(Place place, String name) {
            // A definition's name is no variable.
        }
    };

    private final String expected;

    NameType(String expected) {
        this.expected = expected;
    }

    /** Tells the scope about the name. */
    abstract void note(Place place, String name);

    @Override
    public String expected() {
        return expected;
    }

    @Override
    public String read(Place place, JsonNode node) {
        if (!node.isString() || node.stringValue().isEmpty()) {
            throw place.wrong(expected, node);
        }
        note(place, node.stringValue());
        return node.stringValue();
    }

    @Override
    public JsonNode schema(SchemaDefinitions definitions) {
        return SchemaDefinitions.type("string").put("minLength", 1);
    }
}
