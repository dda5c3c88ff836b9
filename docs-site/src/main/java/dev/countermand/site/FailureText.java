package dev.countermand.site;

import java.util.List;
import java.util.stream.IntStream;

/** A failure message, line by line, each with what it is, so that a page can colour it. */
final class FailureText {
    private FailureText() {}

    /** What a line of a failure message is. */
    public enum Kind {
        /** What went wrong, in the first line. */
        FIRST,
        /** A departure that matters. */
        DEPARTURE,
        /** The step that fails. */
        FAILING,
        /** Anything else. */
        PLAIN
    }

    /**
     * A line.
     *
     * @param text what it says
     * @param kind what it is
     */
    public record Line(String text, Kind kind) {
        /** The class of its element; for the templates. */
        public String getStyle() {
            return switch (kind) {
                case FIRST -> "first";
                case DEPARTURE -> "departure";
                case FAILING -> "failing";
                case PLAIN -> "plain";
            };
        }
    }

    static List<Line> linesOf(String message) {
        List<String> lines = message.stripTrailing().lines().toList();
        return IntStream.range(0, lines.size())
                .mapToObj(i -> new Line(lines.get(i), kindOf(lines.get(i), i)))
                .toList();
    }

    private static Kind kindOf(String line, int number) {
        if (number == 0) {
            return Kind.FIRST;
        }
        String mark = line.stripLeading();
        if (mark.startsWith(">")) {
            return Kind.DEPARTURE;
        }
        return mark.startsWith("!") ? Kind.FAILING : Kind.PLAIN;
    }
}
