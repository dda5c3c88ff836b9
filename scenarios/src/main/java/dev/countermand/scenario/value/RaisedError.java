package dev.countermand.scenario.value;

import dev.countermand.loop.error.NamedError;
import org.jspecify.annotations.Nullable;

/** A Python error that has no Java class of its own: KeyError, IndexError, AttributeError, .. */
public final class RaisedError extends RuntimeException implements NamedError {
    private final String type;

    /**
     * Creates an error without a stack trace, as its place is a place in a scenario.
     *
     * @param type the name of its Python type
     * @param text what {@code str(error)} gives, null for no argument
     */
    public RaisedError(String type, @Nullable String text) {
        super(text, null, false, false);
        this.type = type;
    }

    @Override
    public String typeName() {
        return type;
    }
}
