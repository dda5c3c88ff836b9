package dev.countermand.report.json;

/**
 * Text made harmless: one line of printable ASCII.
 *
 * <p>Names of tasks, messages and values come from the program under test. Control characters would
 * reach the terminal, line ends and right-to-left marks would break a layout, and letters that a
 * console cannot show would hide what is different.
 */
public final class AsciiText {
    private static final int HEX_DIGITS = 4;

    private AsciiText() {}

    /** The text with every character that is not printable ASCII as its {@code \\uXXXX} escape. */
    public static String escape(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> appendCharacter(out, c);
            }
        }
        return out.toString();
    }

    /** Appends a character as it is if it is printable ASCII, otherwise as {@code \\uXXXX}. */
    static void appendCharacter(StringBuilder out, char c) {
        if (c >= ' ' && c <= '~') {
            out.append(c);
            return;
        }
        out.append("\\u");
        for (int digit = HEX_DIGITS - 1; digit >= 0; digit--) {
            out.append(Character.forDigit((c >> (4 * digit)) & 0xF, 16));
        }
    }

    /**
     * The escaped text, cut to a length.
     *
     * @param length the most characters of the result, at least 2
     * @return the escaped text, ending in {@code ..} if something was cut
     */
    public static String cut(String text, int length) {
        // Escaping never shortens, so what lies behind the limit cannot come back into view.
        String shown = escape(text.length() > length ? text.substring(0, length + 1) : text);
        return shown.length() <= length ? shown : shown.substring(0, length - 2) + "..";
    }
}
