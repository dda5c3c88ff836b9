package dev.countermand.scenario.value;

import dev.countermand.loop.error.BaseError;
import org.jspecify.annotations.Nullable;

/** An error that is no Exception: BaseException itself, or one that a program cannot name. */
public final class RaisedBaseError extends BaseError {
    private final String typeName;

    /** Creates a BaseException; null is no argument. */
    public RaisedBaseError(@Nullable String text) {
        this("BaseException", text);
    }

    /** Creates an error of a type that is called so; null is no argument. */
    public RaisedBaseError(String typeName, @Nullable String text) {
        super(text, null, false);
        this.typeName = typeName;
    }

    @Override
    public String typeName() {
        return typeName;
    }
}
