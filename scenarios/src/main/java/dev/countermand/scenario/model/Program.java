package dev.countermand.scenario.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The shared objects and the code of a scenario, each by name and in the document's order.
 *
 * @param objects what the coroutines share
 * @param coroutines the coroutine functions
 * @param generators the async generator functions
 * @param functions the plain functions
 */
public record Program(
        Map<String, ObjectDeclaration> objects,
        Map<String, CoroutineDefinition> coroutines,
        Map<String, CoroutineDefinition> generators,
        Map<String, CoroutineDefinition> functions) {

    /** Copies the maps, and keeps their order, which {@link Map#copyOf} would not. */
    public Program {
        objects = ordered(objects);
        coroutines = ordered(coroutines);
        generators = ordered(generators);
        functions = ordered(functions);
    }

    private static <V> Map<String, V> ordered(Map<String, V> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }
}
