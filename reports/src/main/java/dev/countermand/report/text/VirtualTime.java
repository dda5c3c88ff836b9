package dev.countermand.report.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Virtual times for people: seconds with at least three decimals, and as many as are needed. */
final class VirtualTime {
    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final int LEAST_DECIMALS = 3;
    private static final Pattern NANOS = Pattern.compile("\\b([0-9]{1,18}) ns\\b");

    private VirtualTime() {}

    /** Such as {@code 3.000s} or {@code 0.001953125s}. */
    static String seconds(long nanos) {
        long rest = Math.abs(nanos % NANOS_PER_SECOND);
        StringBuilder decimals = new StringBuilder(String.valueOf(NANOS_PER_SECOND + rest));
        decimals.deleteCharAt(0);
        int length = decimals.length();
        while (length > LEAST_DECIMALS && decimals.charAt(length - 1) == '0') {
            length--;
        }
        return (nanos < 0 ? "-" : "") + Math.abs(nanos / NANOS_PER_SECOND) + "."
                + decimals.substring(0, length) + "s";
    }

    /** The text with every number of nanoseconds as seconds. */
    static String inWords(String text) {
        return NANOS.matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(
                        seconds(Long.parseLong(match.group(1)))));
    }
}
