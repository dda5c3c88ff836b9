package dev.countermand.asyncio;

/**
 * The body of a block that is given its scope and returns nothing.
 *
 * @param <S> the scope: a {@link Timeout} or a {@link TaskGroup}
 */
@FunctionalInterface
public interface ScopedAction<S> {
    /** Does the work; may await, and may throw anything. */
    void run(S scope) throws Exception;
}
