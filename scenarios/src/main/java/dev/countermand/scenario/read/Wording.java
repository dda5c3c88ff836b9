package dev.countermand.scenario.read;

import java.util.Collection;
import tools.jackson.databind.JsonNode;

/** How messages name what a document contains. */
final class Wording {

    /** Longer strings are cut, so that a message stays readable whatever the document holds. */
    private static final int LONGEST_QUOTE = 40;

    private Wording() {}

    /** The text in double quotes, on one line, cut when long. */
    static String quote(String text) {
        int end = text.length();
        if (end > LONGEST_QUOTE) {
            end = text.offsetByCodePoints(0, Math.min(LONGEST_QUOTE, text.codePointCount(0, end)));
        }
        return '"' + text.substring(0, end) + (end < text.length() ? "\".." : "\"");
    }

    /** What a node is, with its value where that is short. */
    static String describe(JsonNode node) {
        if (node.isString()) {
            return "the string " + quote(node.stringValue());
        }
        if (node.isObject()) {
            return node.isEmpty() ? "an empty object" : "an object with " + firstKey(node);
        }
        if (node.isArray()) {
            return switch (node.size()) {
                case 0 -> "an empty list";
                case 1 -> "a list of 1 item";
                default -> "a list of " + node.size() + " items";
            };
        }
        if (node.isNumber()) {
            String digits = node.asString();
            return "the number " + (digits.length() > LONGEST_QUOTE
                    ? digits.substring(0, LONGEST_QUOTE) + ".."
                    : digits);
        }
        return node.toString();
    }

    private static String firstKey(JsonNode node) {
        String rest = node.size() == 1 ? "" : " and " + (node.size() - 1) + " more";
        return quote(node.propertyNames().iterator().next()) + rest;
    }

    /** {@code ; did you mean "x"?} for the nearest known name, or nothing if none is near. */
    static String suggest(String unknown, Collection<String> known) {
        String nearest = "";
        int least = 1 + Math.max(1, unknown.length() / 3);
        for (String candidate : known) {
            if (Math.abs(candidate.length() - unknown.length()) < least) {
                int distance = distance(unknown, candidate);
                if (distance < least) {
                    least = distance;
                    nearest = candidate;
                }
            }
        }
        return nearest.isEmpty() ? "" : "; did you mean " + quote(nearest) + "?";
    }

    /** The Levenshtein distance: the fewest insertions, deletions and replacements (1966). */
    private static int distance(String a, String b) {
        int[] previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] current = new int[b.length() + 1];
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(replaced, 1 + Math.min(previous[j], current[j - 1]));
            }
            previous = current;
        }
        return previous[b.length()];
    }

    /**
     * The text with every control character, line separator and lone surrogate written as {@code
     * \\uXXXX}, so that it is one line in any terminal and log.
     */
    static String oneLine(String text) {
        StringBuilder line = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            int type = Character.getType(c);
            if (type == Character.CONTROL
                    || type == Character.LINE_SEPARATOR
                    || type == Character.PARAGRAPH_SEPARATOR
                    || type == Character.SURROGATE) {
                line.append(String.format("\\u%04x", c));
            } else {
                line.appendCodePoint(c);
            }
        });
        return line.toString();
    }
}
