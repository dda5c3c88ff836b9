package dev.countermand.loop.error;

/** An argument has the wrong type: Python's {@code TypeError}.  */
public class TypeError extends IllegalArgumentException implements NamedError {
    /** Creates it with its message. */
    public TypeError(String message) {
        super(message);
    }
}
