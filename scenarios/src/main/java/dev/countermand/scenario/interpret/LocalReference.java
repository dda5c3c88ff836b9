package dev.countermand.scenario.interpret;

import dev.countermand.scenario.value.RaisedError;
import org.jspecify.annotations.Nullable;

/** A variable of one invocation. */
record LocalReference(String name, int slot) implements Reference {
    @Override
    public @Nullable Object get(Frame frame) {
        Object value = frame.local(slot);
        if (value == Frame.UNBOUND) {
            throw new RaisedError("UnboundLocalError", "cannot access local variable '" + name
                    + "' where it is not associated with a value");
        }
        return value;
    }

    @Override
    public @Nullable Object getIfBound(Frame frame) {
        Object value = frame.local(slot);
        return value == Frame.UNBOUND ? null : value;
    }

    @Override
    public void set(Frame frame, @Nullable Object value) {
        frame.setLocal(slot, value);
    }
}
