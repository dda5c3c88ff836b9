package dev.countermand.scenario.model;

import org.jspecify.annotations.Nullable;

/**
 * An object that the coroutines share. It is created on first use, so an argument that Python
 * refuses ({@code Semaphore(-1)}) raises there and not when the document is read.
 */
public sealed interface ObjectDeclaration {

    /** {@code asyncio.Lock()}. */
    record Lock() implements ObjectDeclaration {}

    /** {@code asyncio.Event()}. */
    record Event() implements ObjectDeclaration {}

    /**
     * {@code asyncio.Condition(lock)}.
     *
     * @param lock the name of a declared lock; null for a lock of its own
     */
    record Condition(@Nullable String lock) implements ObjectDeclaration {}

    /** {@code asyncio.Semaphore(value)}; 1 unless given. */
    record Semaphore(int value) implements ObjectDeclaration {}

    /** {@code asyncio.BoundedSemaphore(value)}; 1 unless given. */
    record BoundedSemaphore(int value) implements ObjectDeclaration {}

    /** {@code asyncio.Barrier(parties)}. */
    record Barrier(int parties) implements ObjectDeclaration {}

    /** {@code asyncio.Queue(maxsize)}; 0, no bound, unless given. */
    record Queue(int maxsize) implements ObjectDeclaration {}

    /** {@code asyncio.LifoQueue(maxsize)}; 0, no bound, unless given. */
    record LifoQueue(int maxsize) implements ObjectDeclaration {}

    /** {@code asyncio.PriorityQueue(maxsize)}; 0, no bound, unless given. */
    record PriorityQueue(int maxsize) implements ObjectDeclaration {}

    /**
     * {@code contextvars.ContextVar(name, default=initial)}.
     *
     * @param initial the default; null when the variable has none (a literal None is a {@link
     *     Expression.Literal} that holds null)
     */
    record ContextVariable(Expression.@Nullable Literal initial) implements ObjectDeclaration {}

    /** A shared variable that starts with this value; None unless given. */
    record SharedVariable(Expression.Literal value) implements ObjectDeclaration {}
}
