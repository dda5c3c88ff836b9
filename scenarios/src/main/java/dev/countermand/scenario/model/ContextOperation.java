package dev.countermand.scenario.model;

import org.jspecify.annotations.Nullable;

/** Operations on context variables. */
public sealed interface ContextOperation extends Operation {

    /** {@code as = contextvar.set(value)}; {@code as} receives the token. */
    record SetContext(String pointer, String contextvar, Expression value, @Nullable String as)
            implements ContextOperation {}

    /** {@code contextvar.reset(token)}. */
    record ResetContext(String pointer, String contextvar, String token)
            implements ContextOperation {}
}
