package dev.countermand.scenario.interpret;

import org.jspecify.annotations.Nullable;

/** Why a block is left before its end. */
sealed interface Completion {
    /** {@code break} of the innermost loop. */
    Completion BREAK = new Break();

    /** {@code continue} of the innermost loop. */
    Completion CONTINUE = new Continue();

    /** See {@link #BREAK}. */
    record Break() implements Completion {}

    /** See {@link #CONTINUE}. */
    record Continue() implements Completion {}

    /** {@code return value}. */
    record Return(@Nullable Object value) implements Completion {}

    /** An error on its way out. */
    record Raise(Throwable error) implements Completion {}

    /** The error on its way out, null if it is no error that leaves. */
    default @Nullable Throwable error() {
        return this instanceof Raise raise ? raise.error() : null;
    }
}
