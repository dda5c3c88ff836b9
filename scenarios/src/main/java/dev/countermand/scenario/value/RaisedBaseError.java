package dev.countermand.scenario.value;

import dev.countermand.loop.error.BaseError;
import org.jspecify.annotations.Nullable;

/** Python's BaseException itself, raised by a scenario. */
public final class RaisedBaseError extends BaseError {
    /** Creates it; null is no argument. */
    public RaisedBaseError(@Nullable String text) {
        super(text, null, false);
    }

    @Override
    public String typeName() {
        return "BaseException";
    }
}
