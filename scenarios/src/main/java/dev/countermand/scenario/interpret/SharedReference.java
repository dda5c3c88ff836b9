package dev.countermand.scenario.interpret;

import org.jspecify.annotations.Nullable;

/** An object or variable that all coroutines of a scenario share. */
record SharedReference(int slot) implements Reference {
    @Override
    public @Nullable Object get(Frame frame) {
        return frame.world.readShared(slot);
    }

    @Override
    public void set(Frame frame, @Nullable Object value) {
        frame.world.setShared(slot, value);
    }
}
