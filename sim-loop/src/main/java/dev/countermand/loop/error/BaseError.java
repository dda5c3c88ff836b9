package dev.countermand.loop.error;

import org.jspecify.annotations.Nullable;

/**
 * An error that is not an ordinary failure: Python's {@code BaseException} outside
 * {@code Exception}.
 *
 * <p>It extends {@link Error}, so that {@code catch (Exception e)} in a program under test does not
 * swallow a cancellation, just as {@code except Exception} does not in Python.
 */
public abstract class BaseError extends Error implements NamedError {
    /** Creates an error; the message is null when the error carries no arguments. */
    protected BaseError(@Nullable String message, @Nullable Throwable cause, boolean stackTrace) {
        super(message, cause, false, stackTrace);
    }

    /** Creates an error with a stack trace, whose cause can still be set. */
    BaseError(String message) {
        super(message);
    }

    /**
     * Tells whether an error counts as an ordinary failure, Python's {@code Exception}.
     *
     * @return true for everything but the subclasses of {@link BaseError}
     */
    public static boolean isException(Throwable error) {
        return !(error instanceof BaseError);
    }
}
