package dev.countermand.report.text;

import java.util.ArrayList;
import java.util.List;

/** Breaks ASCII text into lines of a width, at blanks where possible. */
final class TextColumn {
    private static final int WIDEST_NAME = 20;

    private TextColumn() {}

    /** The width of a column of names; names that are very long stick out of it. */
    static int width(List<String> names) {
        int longest = names.stream().mapToInt(String::length).reduce(0, Math::max);
        return Math.min(longest, WIDEST_NAME);
    }

    static List<String> wrap(String text, int width) {
        List<String> lines = new ArrayList<>();
        String rest = text;
        while (rest.length() > width) {
            int blank = rest.lastIndexOf(' ', width);
            int end = blank > 0 ? blank : width;
            lines.add(rest.substring(0, end));
            rest = rest.substring(end).stripLeading();
        }
        if (!rest.isEmpty() || lines.isEmpty()) {
            lines.add(rest);
        }
        return lines;
    }

    /** The text padded with blanks on the right. */
    static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }

    /** The text padded with blanks on the left. */
    static String padLeft(String text, int width) {
        return " ".repeat(Math.max(0, width - text.length())) + text;
    }
}
