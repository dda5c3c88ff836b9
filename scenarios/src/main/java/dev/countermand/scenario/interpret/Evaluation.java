package dev.countermand.scenario.interpret;

import org.jspecify.annotations.Nullable;

/** An expression, ready to be evaluated. */
@FunctionalInterface
interface Evaluation {
    /** The expression's value, or the error that Python raises. */
    @Nullable Object in(Frame frame);
}
