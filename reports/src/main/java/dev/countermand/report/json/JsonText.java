package dev.countermand.report.json;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes plain values as JSON: the same values, the same bytes, on every JDK and in every locale.
 *
 * <p>The text is ASCII without blanks; maps keep their order. What JSON lacks is written so that it
 * comes back: an infinity or NaN as {@code {"$float":"inf"}}, and therefore a map's key that begins
 * with a dollar sign with one more of them.
 */
public final class JsonText {
    /** The only key of an object that stands for a float JSON has no number for. */
    static final String FLOAT_KEY = "$float";

    private JsonText() {}

    /**
     * The JSON text of a value.
     *
     * @param value null, a boolean, a number, a string, a list of such, or a map of strings to such
     * @throws IllegalArgumentException if it is, or contains, anything else
     */
    public static String write(@Nullable Object value) {
        StringBuilder out = new StringBuilder();
        append(out, value, "");
        return out.toString();
    }

    /** The text of an object whose keys belong to a format, so that none is escaped. */
    public static String writeRecord(Map<String, ?> fields) {
        StringBuilder out = new StringBuilder("{");
        for (Map.Entry<String, ?> field : fields.entrySet()) {
            out.append(out.length() == 1 ? "" : ",");
            quote(out, field.getKey());
            out.append(':');
            append(out, field.getValue(), "");
        }
        return out.append('}').toString();
    }

    private static void append(StringBuilder out, @Nullable Object value, String before) {
        out.append(before);
        if (value instanceof String text) {
            quote(out, text);
        } else if (value instanceof Double || value instanceof Float) {
            appendFloat(out, ((Number) value).doubleValue());
        } else if (value instanceof List<?> list) {
            out.append('[');
            String separator = "";
            for (Object item : list) {
                append(out, item, separator);
                separator = ",";
            }
            out.append(']');
        } else if (value instanceof Map<?, ?> map) {
            appendMap(out, map);
        } else if (value == null || value instanceof Boolean || value instanceof Number) {
            out.append(value);
        } else {
            throw new IllegalArgumentException(
                    "expected a value of JSON, but found a " + value.getClass().getName());
        }
    }

    private static void appendMap(StringBuilder out, Map<?, ?> map) {
        out.append('{');
        String separator = "";
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            if (!(entry.getKey() instanceof String key) || !isWellFormed(key)) {
                throw new IllegalArgumentException("expected a string of whole characters as a"
                        + " map's key, but found " + entry.getKey());
            }
            out.append(separator);
            quote(out, key.startsWith("$") ? "$" + key : key);
            append(out, entry.getValue(), ":");
            separator = ",";
        }
        out.append('}');
    }

    /** Whether a key has no half of a surrogate pair: JSON parsers take those in values only. */
    private static boolean isWellFormed(String key) {
        return key.codePoints().noneMatch(c -> Character.getType(c) == Character.SURROGATE);
    }

    private static void appendFloat(StringBuilder out, double value) {
        if (Double.isFinite(value)) {
            out.append(ShortestDouble.write(value));
        } else {
            String name = Double.isNaN(value) ? "nan" : value > 0 ? "inf" : "-inf";
            out.append("{\"" + FLOAT_KEY + "\":\"").append(name).append("\"}");
        }
    }

    private static void quote(StringBuilder out, String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> AsciiText.appendCharacter(out, c);
            }
        }
        out.append('"');
    }
}
