package dev.countermand.scenario.read;

import dev.countermand.scenario.model.Operation;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** A list of operations. */
enum BodyType implements FieldType<List<Operation>> {
    /** A part of the body around it: a branch, a scope. */
    PART {
        @Override
        Place inside(Place place) {
            return place;
        }
    },
    /** The body of a loop. */
    LOOP {
        @Override
        Place inside(Place place) {
            return place.asLoop();
        }
    },
    /** What a callback does: a function of its own that shares the variables around. */
    CALLBACK {
        @Override
        Place inside(Place place) {
            return place.asCallback();
        }
    };

    /** The place as the operations inside see it. */
    abstract Place inside(Place place);

    @Override
    public String expected() {
        return "a list of operations";
    }

    @Override
    public List<Operation> read(Place place, JsonNode node) {
        return operations().read(inside(place), node);
    }

    @Override
    public JsonNode schema(SchemaDefinitions definitions) {
        return definitions.ref("body", () -> operations().schema(definitions));
    }

    private ListType<Operation> operations() {
        return ListType.of(Language.OPERATIONS, expected());
    }
}
