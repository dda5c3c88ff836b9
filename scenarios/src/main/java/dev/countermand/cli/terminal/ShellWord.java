package dev.countermand.cli.terminal;

import java.util.regex.Pattern;

/** One word of a shell command, quoted where the POSIX shell needs it. */
public final class ShellWord {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");

    private ShellWord() {}

    /** The word as it is typed: itself, or in single quotes. */
    public static String of(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
