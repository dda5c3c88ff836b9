package dev.countermand.scenario.interpret;

import org.jspecify.annotations.Nullable;

/** An expression outside any body: a property, an argument of a run. */
@FunctionalInterface
public interface HostExpression {
    /** The expression's value, or the error that Python raises. */
    @Nullable Object in(Frame host);
}
