package dev.countermand.report.text;

import dev.countermand.report.json.AsciiText;
import org.jspecify.annotations.Nullable;

/**
 * The words of a pick, taken apart: who it is, and where that waits.
 *
 * @param name the name of a task or of a result, null if the pick has only a number
 * @param place the place of the await where it is suspended, null if it is nowhere
 */
record PickWords(@Nullable String name, @Nullable String place) {
    private static final String AWAIT = " at ";
    private static final int LONGEST_NAME = 40;
    private static final int LONGEST_PLACE = 60;

    static PickWords of(String words) {
        if (words.isEmpty() || isNumber(words) || words.equals("timer")) {
            return new PickWords(null, null);
        }
        int end = words.lastIndexOf(AWAIT);
        return end <= 0
                ? new PickWords(AsciiText.cut(words, LONGEST_NAME), null)
                : new PickWords(AsciiText.cut(words.substring(0, end), LONGEST_NAME),
                        AsciiText.cut(words.substring(end + AWAIT.length()), LONGEST_PLACE));
    }

    private static boolean isNumber(String words) {
        return words.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** The name and where it is suspended. */
    String nameAndPlace() {
        return name + (place == null ? "" : ", suspended at " + place);
    }
}
