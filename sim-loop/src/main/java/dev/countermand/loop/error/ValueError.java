package dev.countermand.loop.error;

import org.jspecify.annotations.Nullable;

/** An argument has the right type and a wrong value: Python's {@code ValueError}.  */
public class ValueError extends IllegalArgumentException implements NamedError, Remedied {
    private final @Nullable String remedy;

    /** Creates it with its message. */
    public ValueError(String message) {
        this(message, null);
    }

    /** Creates it with its message and what to do instead. */
    public ValueError(String message, @Nullable String remedy) {
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
