package dev.countermand.loop.error;

/** An argument has the right type and a wrong value: Python's {@code ValueError}.  */
public class ValueError extends IllegalArgumentException implements NamedError {
    /** Creates it with its message. */
    public ValueError(String message) {
        super(message);
    }
}
