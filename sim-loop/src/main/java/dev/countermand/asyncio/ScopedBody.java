package dev.countermand.asyncio;

import org.jspecify.annotations.Nullable;

/**
 * The body of a block that is given its scope and returns a value.
 *
 * @param <S> the scope: a {@link Timeout} or a {@link TaskGroup}
 * @param <T> the type of the value
 */
@FunctionalInterface
public interface ScopedBody<S, T> {
    /** Does the work; may await, and may throw anything. */
    @Nullable T run(S scope) throws Exception;
}
