package dev.countermand.cli.terminal;

/** A mistake of the user. Its message is one line: where, what was expected, and what came. */
public final class UserError extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Creates the complaint; control characters in it, line ends among them, become blanks. */
    public UserError(String message) {
        super(oneLine(message), null, false, false);
    }

    /** A text without control characters, so that it stays on one line of a terminal. */
    public static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ");
    }
}
