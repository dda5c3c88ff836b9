package dev.countermand.page;

import dev.countermand.report.json.JsonText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The texts of a page, each once: a run says the same few thousand words again and again. Number 0
 * stands for none.
 */
final class StringTable {
    private final Map<String, Integer> numbers = new LinkedHashMap<>();

    /** The number of a text, which is cut if it is too long. */
    int number(@Nullable String text) {
        return text == null ? 0 : whole(cut(text));
    }

    /** The number of a text that the script must find whole. */
    int whole(String text) {
        return numbers.computeIfAbsent(text, unused -> numbers.size() + 1);
    }

    /** The text, or its beginning and how much is missing. */
    static String cut(String text) {
        if (text.length() <= TracePage.LONGEST_TEXT) {
            return text;
        }
        int end = TracePage.LONGEST_TEXT;
        if (Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end) + " .. (" + (text.length() - end) + " more characters)";
    }

    /** All texts as a JSON list, the first one for number 1. */
    String toJson() {
        List<String> texts = new ArrayList<>(numbers.keySet());
        return JsonText.write(texts);
    }
}
