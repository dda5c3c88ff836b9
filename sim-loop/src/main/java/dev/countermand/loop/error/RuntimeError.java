package dev.countermand.loop.error;

import org.jspecify.annotations.Nullable;

/** An operation does not fit the state of its object: Python's {@code RuntimeError}.
 *
 * <p>In Java terms it is an {@link IllegalStateException}, and can be caught as one.
 */
public class RuntimeError extends IllegalStateException implements NamedError, Remedied {
    private final @Nullable String remedy;

    /** Creates it with its message. */
    public RuntimeError(String message) {
        this(message, null);
    }

    /** Creates it with its message and what to do instead. */
    public RuntimeError(String message, @Nullable String remedy) {
        super(message);
        this.remedy = remedy;
    }

    @Override
    public @Nullable String remedy() {
        return remedy;
    }

    @Override
    public String toString() {
        return Remedied.text(super.toString(), remedy);
    }
}
