package dev.countermand.scenario.interpret;

import org.jspecify.annotations.Nullable;

/** What a frame does with the value of something it awaited. */
@FunctionalInterface
interface Continuation {
    /** Does nothing with it. */
    Continuation IGNORE = (frame, value) -> {};

    /** Goes on with the value, inside the block that was the innermost one when the await began. */
    void completed(Frame frame, @Nullable Object value);
}
