package dev.countermand.scenario.interpret;

import org.jspecify.annotations.Nullable;

/** A name of a body, resolved to the place where its value is kept. */
interface Reference {
    /** The value; raises UnboundLocalError if a local variable has none yet. */
    @Nullable Object get(Frame frame);

    /** The value, or null if a local variable has none yet. */
    default @Nullable Object getIfBound(Frame frame) {
        return get(frame);
    }

    /** Assigns the value. */
    void set(Frame frame, @Nullable Object value);

    /** Assigns values of awaits whose result has no name to nothing. */
    Reference NOWHERE = new Reference() {
        @Override
        public @Nullable Object get(Frame frame) {
            return null;
        }

        @Override
        public void set(Frame frame, @Nullable Object value) {}
    };
}
