package dev.countermand.loop.error;

import java.util.NoSuchElementException;

/** Something was asked for that is not there: Python's {@code LookupError}. */
public class LookupError extends NoSuchElementException implements NamedError {
    /** Creates it with its message. */
    public LookupError(String message) {
        super(message);
    }
}
