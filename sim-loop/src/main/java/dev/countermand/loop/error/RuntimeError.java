package dev.countermand.loop.error;

/** An operation does not fit the state of its object: Python's {@code RuntimeError}.
 *
 * <p>In Java terms it is an {@link IllegalStateException}, and can be caught as one.
 */
public class RuntimeError extends IllegalStateException implements NamedError {
    /** Creates it with its message. */
    public RuntimeError(String message) {
        super(message);
    }
}
