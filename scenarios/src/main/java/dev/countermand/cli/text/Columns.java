package dev.countermand.cli.text;

import dev.countermand.cli.terminal.UserError;
import java.math.BigDecimal;

/** How much fits on a line, and how times and numbers are written. */
final class Columns {
    /** The widest line of a report. */
    static final int WIDTH = 100;

    private static final int NANO_DIGITS = 9;
    private static final String CUT = "..";

    private Columns() {}

    /** The text, cut where the line ends. */
    static String fit(String line) {
        return line.length() <= WIDTH ? line : line.substring(0, WIDTH - CUT.length()) + CUT;
    }

    /**
     * Appends a text in lines that fit, broken at blanks, or within a word that fits on no line.
     *
     * @param first what the first line begins with
     * @param others what the further lines begin with
     */
    static void wrap(StringBuilder out, String first, String others, String text) {
        StringBuilder line = new StringBuilder(first);
        int start = line.length();
        for (String word : UserError.oneLine(text).split(" ")) {
            boolean isBegun = line.length() > start;
            if (isBegun && line.length() + 1 + word.length() > WIDTH) {
                out.append(line).append('\n');
                line = new StringBuilder(others);
                start = line.length();
                isBegun = false;
            }
            line.append(isBegun ? " " : "").append(word);
            while (line.length() > WIDTH) {
                out.append(line, 0, WIDTH).append('\n');
                line.replace(0, WIDTH, others);
                start = others.length();
            }
        }
        out.append(line).append('\n');
    }

    /** A virtual time in seconds, exactly. */
    static String seconds(long nanos) {
        return BigDecimal.valueOf(nanos, NANO_DIGITS).stripTrailingZeros().toPlainString();
    }

    /** A number and its noun, such as {@code 1 run} or {@code 2 runs}. */
    static String count(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
