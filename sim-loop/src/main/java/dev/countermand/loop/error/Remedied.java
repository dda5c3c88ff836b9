package dev.countermand.loop.error;

import org.jspecify.annotations.Nullable;

/**
 * An error about misuse that can say what to do instead.
 *
 * <p>The message is CPython's, so that programs which look at it find what they know; the remedy is
 * in {@code toString()}, and so in every stack trace and test report.
 */
public interface Remedied {
    /** What to do instead, null if the error is no misuse that we know a remedy for. */
    @Nullable String remedy();

    /** A text with its remedy, if there is one. */
    static String text(String what, @Nullable String remedy) {
        return remedy == null ? what : what + " (" + remedy + ")";
    }
}
