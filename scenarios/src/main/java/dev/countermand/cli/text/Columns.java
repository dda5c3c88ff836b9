package dev.countermand.cli.text;

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

    /** A virtual time in seconds, exactly. */
    static String seconds(long nanos) {
        return BigDecimal.valueOf(nanos, NANO_DIGITS).stripTrailingZeros().toPlainString();
    }

    /** A number and its noun, such as {@code 1 run} or {@code 2 runs}. */
    static String count(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
