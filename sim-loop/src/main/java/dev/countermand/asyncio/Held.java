package dev.countermand.asyncio;

/**
 * Something that is given back at the end of a try-with-resources block; see {@link Scopes#hold}.
 */
@FunctionalInterface
public interface Held extends AutoCloseable {
    /** Gives it back: {@code __aexit__}. */
    @Override
    void close();
}
