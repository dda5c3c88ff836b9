package dev.countermand.scenario.value;

import dev.countermand.report.json.ShortestDouble;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes values as Python's {@code json.dumps} does with its default settings, so that event
 * streams can be compared byte for byte with CPython's.
 *
 * <p>Floats are written by their shortest decimal form; see {@link ShortestDouble}.
 */
public final class PythonJson {
    private PythonJson() {}

    /** The JSON text of null, booleans, numbers, strings, lists, and maps with string keys. */
    public static String write(@Nullable Object value) {
        StringBuilder out = new StringBuilder();
        write(out, value);
        return out.toString();
    }

    private static void write(StringBuilder out, @Nullable Object value) {
        if (value instanceof String text) {
            quote(out, text);
        } else if (value instanceof Double number) {
            out.append(number(number));
        } else if (value instanceof List<?> list) {
            writeList(out, list);
        } else if (value instanceof Map<?, ?> map) {
            writeMap(out, map);
        } else {
            out.append(value);
        }
    }

    private static void writeList(StringBuilder out, List<?> list) {
        out.append('[');
        for (Iterator<?> items = list.iterator(); items.hasNext(); ) {
            write(out, items.next());
            out.append(items.hasNext() ? ", " : "");
        }
        out.append(']');
    }

    private static void writeMap(StringBuilder out, Map<?, ?> map) {
        out.append('{');
        String separator = "";
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            out.append(separator);
            quote(out, (String) entry.getKey());
            out.append(": ");
            write(out, entry.getValue());
            separator = ", ";
        }
        out.append('}');
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
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                default -> {
                    if (c < ' ' || c > '~') {
                        out.append("\\u");
                        for (int shift = 12; shift >= 0; shift -= 4) {
                            out.append(Character.forDigit((c >> shift) & 15, 16));
                        }
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }

    /** Python's {@code repr} of a float. */
    static String number(double value) {
        if (Double.isNaN(value)) {
            return "NaN";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "Infinity" : "-Infinity";
        }
        return ShortestDouble.write(value);
    }
}
