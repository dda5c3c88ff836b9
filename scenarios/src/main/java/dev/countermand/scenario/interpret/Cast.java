package dev.countermand.scenario.interpret;

import dev.countermand.scenario.value.Errors;
import org.jspecify.annotations.Nullable;

/** Takes a value for an object with a certain method, or raises what Python raises. */
final class Cast {
    private Cast() {}

    /**
     * The value as an object of a type.
     *
     * @param attribute the method that Python would not find on a value of another type
     */
    static <T> T to(Class<T> type, @Nullable Object value, String attribute) {
        if (!type.isInstance(value)) {
            throw Errors.noAttribute(value, attribute);
        }
        return type.cast(value);
    }
}
