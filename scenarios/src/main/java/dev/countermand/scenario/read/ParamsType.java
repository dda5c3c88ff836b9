package dev.countermand.scenario.read;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The parameters of a definition: names, all different, as Python demands. */
enum ParamsType implements FieldType<List<String>> {
    PARAMS;

    private static final ListType<String> NAMES =
            ListType.of(NameType.ASSIGNED, "a list of different names");

    @Override
    public String expected() {
        return NAMES.expected();
    }

    @Override
    public List<String> read(Place place, JsonNode node) {
        List<String> names = NAMES.read(place, node);
        for (int i = 0; i < names.size(); i++) {
            if (names.indexOf(names.get(i)) < i) {
                throw place.at(i).refused("expected a name that no other parameter has, but found "
                        + Wording.quote(names.get(i)) + " again");
            }
        }
        return names;
    }

    @Override
    public JsonNode schema(SchemaDefinitions definitions) {
        return ((ObjectNode) NAMES.schema(definitions)).put("uniqueItems", true);
    }
}
