package dev.countermand.scenario.read;

import dev.countermand.scenario.model.PythonVersion;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** A minor version of CPython 3, such as {@code "3.13"}. */
enum VersionType implements FieldType<PythonVersion> {
    VERSION;

    private static final Pattern FORM = Pattern.compile("^3\\.(0|[1-9][0-9]?)$");

    @Override
    public String expected() {
        return "a CPython minor version such as \"3.13\"";
    }

    @Override
    public PythonVersion read(Place place, JsonNode node) {
        Matcher matcher = FORM.matcher(node.isString() ? node.stringValue() : "");
        if (!matcher.matches()) {
            throw place.wrong(expected(), node);
        }
        return new PythonVersion(Integer.parseInt(matcher.group(1)));
    }

    @Override
    public JsonNode schema(SchemaDefinitions definitions) {
        return SchemaDefinitions.type("string").put("pattern", FORM.pattern());
    }
}
