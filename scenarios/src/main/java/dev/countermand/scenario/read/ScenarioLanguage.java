package dev.countermand.scenario.read;

import java.util.Collections;
import java.util.Set;

/** The names of all forms, in the order of their declaration: for documents and generators. */
public final class ScenarioLanguage {

    private ScenarioLanguage() {}

    /** What may stand in the {@code op} of an operation. */
    public static Set<String> operationNames() {
        return Collections.unmodifiableSet(Language.OPERATIONS.names());
    }

    /** What may stand in the {@code op} of a host operation. */
    public static Set<String> hostOperationNames() {
        return Collections.unmodifiableSet(Language.HOST_OPERATIONS.names());
    }

    /** The keys of expressions. */
    public static Set<String> expressionNames() {
        return Collections.unmodifiableSet(Language.EXPRESSIONS.names());
    }

    /** The keys of awaitables that are objects. */
    public static Set<String> awaitableNames() {
        return Collections.unmodifiableSet(Language.AWAITABLES.names());
    }

    /** What may stand in the {@code type} of an object declaration. */
    public static Set<String> objectTypes() {
        return Collections.unmodifiableSet(Language.OBJECTS.names());
    }
}
