package dev.countermand.scenario.read;

import dev.countermand.scenario.model.ObjectDeclaration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The shared objects by name, which the reading then knows. */
enum ObjectsType implements FieldType<Map<String, ObjectDeclaration>> {
    OBJECTS;

    private static final String EXPECTED = "an object of names and object declarations";

    @Override
    public String expected() {
        return EXPECTED;
    }

    @Override
    public Map<String, ObjectDeclaration> read(Place place, JsonNode node) {
        Map<String, ObjectDeclaration> objects = type().read(place, node);
        objects.forEach((name, declaration) -> {
            if (declaration instanceof ObjectDeclaration.Condition condition
                    && condition.lock() != null) {
                checkLock(place.at(name).at("lock"), condition.lock(), objects);
            }
        });
        place.reading().objects().addAll(objects.keySet());
        return objects;
    }

    private static void checkLock(
            Place place, String name, Map<String, ObjectDeclaration> objects) {
        if (objects.get(name) instanceof ObjectDeclaration.Lock) {
            return;
        }
        List<String> locks = new ArrayList<>(objects.keySet());
        locks.removeIf(other -> !(objects.get(other) instanceof ObjectDeclaration.Lock));
        throw place.refused("expected the name of a lock, but found " + Wording.quote(name)
                + Wording.suggest(name, locks));
    }

    @Override
    public JsonNode schema(SchemaDefinitions definitions) {
        return type().schema(definitions);
    }

    private static MapType<ObjectDeclaration> type() {
        return new MapType<>(Language.OBJECTS, EXPECTED);
    }
}
