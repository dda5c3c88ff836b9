package dev.countermand.report.json;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A node of a document together with where it stands, so that whatever is wrong can be named.
 *
 * <p>Every method that asks for something throws {@link JsonMismatch} when something else is there.
 *
 * @param pointer its JSON pointer (RFC 6901)
 * @param node what stands there
 */
public record JsonPlace(String pointer, JsonNode node) {
    private static final int LONGEST_QUOTE = 40;

    /** The error that something else was expected here. */
    public JsonMismatch wrong(String expected) {
        return new JsonMismatch(pointer, "expected " + expected + ", but found " + described());
    }

    /** Fails unless this is an object with no other fields than these. */
    public JsonPlace onlyWith(String... fields) {
        if (!node.isObject()) {
            throw wrong("an object");
        }
        for (String name : node.propertyNames()) {
            if (!List.of(fields).contains(name)) {
                throw new JsonMismatch(pointer, "expected no other fields than "
                        + String.join(", ", fields) + ", but found " + quote(name));
            }
        }
        return this;
    }

    /** A field of this object that must be there. */
    public JsonPlace at(String field) {
        JsonPlace value = atOrNull(field);
        if (value == null) {
            throw new JsonMismatch(
                    pointer, "expected a field " + quote(field) + ", but found none");
        }
        return value;
    }

    /** A field of this object, null if it is left out. */
    public @Nullable JsonPlace atOrNull(String field) {
        if (!node.isObject()) {
            throw wrong("an object");
        }
        JsonNode value = node.get(field);
        return value == null ? null : new JsonPlace(pointer + "/" + escape(field), value);
    }

    /** The items of this list. */
    public List<JsonPlace> items() {
        if (!node.isArray()) {
            throw wrong("a list");
        }
        return new AbstractList<>() {
            @Override
            public JsonPlace get(int index) {
                return new JsonPlace(pointer + "/" + index, node.get(index));
            }

            @Override
            public int size() {
                return node.size();
            }
        };
    }

    /** This string. */
    public String text() {
        if (!node.isString()) {
            throw wrong("a string");
        }
        return node.stringValue();
    }

    /**
     * This string, which must have a form.
     *
     * @param form the whole string's form
     * @param expected that form in words
     */
    public String text(Pattern form, String expected) {
        if (!node.isString() || !form.matcher(node.stringValue()).matches()) {
            throw wrong(expected);
        }
        return node.stringValue();
    }

    /** The field's string, null if the field is left out. */
    public @Nullable String textOrNull(String field) {
        JsonPlace value = atOrNull(field);
        return value == null ? null : value.text();
    }

    /** The strings of this list. */
    public List<String> texts() {
        return items().stream().map(JsonPlace::text).toList();
    }

    /** This integer of 64 bits. */
    public long integer() {
        if (!node.isIntegralNumber() || !node.canConvertToLong()) {
            throw wrong("an integer of 64 bits");
        }
        return node.longValue();
    }

    /** This integer, which lies between two others or is one of them. */
    public long integer(long least, long most) {
        boolean fits = node.isIntegralNumber() && node.canConvertToLong()
                && node.longValue() >= least && node.longValue() <= most;
        if (!fits) {
            throw wrong(most == Long.MAX_VALUE
                    ? "an integer of at least " + least
                    : "an integer from " + least + " to " + most);
        }
        return node.longValue();
    }

    /**
     * This value as {@link JsonText} was given it: null, a boolean, a {@code Long}, or a
     * {@code BigInteger} if it needs more bits, a {@code Double}, a string, a list or a map.
     */
    public @Nullable Object value() {
        if (node.isObject()) {
            return node.has(JsonText.FLOAT_KEY) ? onlyWith(JsonText.FLOAT_KEY).special() : map();
        }
        if (node.isArray()) {
            List<@Nullable Object> list = new ArrayList<>(node.size());
            items().forEach(item -> list.add(item.value()));
            return list;
        }
        if (node.isIntegralNumber()) {
            return node.canConvertToLong() ? (Object) node.longValue() : node.bigIntegerValue();
        }
        if (node.isNumber()) {
            double number = node.asDouble();
            if (!Double.isFinite(number)) {
                throw wrong("a number within the range of a double");
            }
            return number;
        }
        return node.isNull() ? null : node.isBoolean() ? (Object) node.booleanValue() : text();
    }

    /** This object, as the map that {@link JsonText} was given. */
    public Map<String, @Nullable Object> map() {
        if (!node.isObject()) {
            throw wrong("an object");
        }
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (String key : node.propertyNames()) {
            if (key.startsWith("$") && !key.startsWith("$$")) {
                throw new JsonMismatch(pointer, "expected keys that begin with no or two dollar"
                        + " signs, but found " + quote(key));
            }
            map.put(key.startsWith("$") ? key.substring(1) : key, at(key).value());
        }
        return map;
    }

    private double special() {
        JsonPlace name = at(JsonText.FLOAT_KEY);
        return switch (name.text()) {
            case "inf" -> Double.POSITIVE_INFINITY;
            case "-inf" -> Double.NEGATIVE_INFINITY;
            case "nan" -> Double.NaN;
            default -> throw name.wrong("inf, -inf or nan");
        };
    }

    private String described() {
        if (node.isString()) {
            return "the string " + quote(node.stringValue());
        }
        if (node.isNumber()) {
            return "the number " + AsciiText.cut(node.asString(), LONGEST_QUOTE);
        }
        if (node.isContainer()) {
            String article = node.isEmpty() ? "an empty " : node.isObject() ? "an " : "a ";
            return article + (node.isObject() ? "object" : "list");
        }
        return node.toString();
    }

    private static String quote(String text) {
        return '"' + AsciiText.cut(text, LONGEST_QUOTE) + '"';
    }

    private static String escape(String field) {
        return field.replace("~", "~0").replace("/", "~1");
    }
}
