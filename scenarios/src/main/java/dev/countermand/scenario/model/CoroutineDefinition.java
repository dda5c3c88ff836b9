package dev.countermand.scenario.model;

import java.util.List;

/**
 * A coroutine function, an async generator function or a plain function.
 *
 * @param kind which of the three
 * @param name its name, which is the label of its first invocation
 * @param params its parameters' names in order, all different. One that {@code objects} declares
 *     assigns the shared object.
 * @param locals the names local to one invocation, in order of first assignment: the parameters,
 *     then every name that the body assigns, {@code do} blocks included; without the names that
 *     {@code objects} declares
 * @param body its operations in order
 */
public record CoroutineDefinition(
        Kind kind,
        String name,
        List<String> params,
        List<String> locals,
        List<Operation> body) {

    /** What calling the definition makes. */
    public enum Kind {
        /** {@code async def} without {@code yield}. */
        COROUTINE,
        /** {@code async def} with {@code yield}. */
        GENERATOR,
        /** {@code def}: its body never waits. */
        FUNCTION
    }

    /** Copies the lists. */
    public CoroutineDefinition {
        params = List.copyOf(params);
        locals = List.copyOf(locals);
        body = List.copyOf(body);
    }
}
