package dev.countermand.scenario.interpret;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The names that a body knows.
 *
 * @param locals its own variables and their slots
 * @param objects the scenario's objects and their slots
 */
record Names(Map<String, Integer> locals, Map<String, Integer> objects) {
    /** The place of a name; the reader has made sure that there is one. */
    Reference reference(String name) {
        Integer local = locals.get(name);
        if (local != null) {
            return new LocalReference(name, local);
        }
        Integer object = objects.get(name);
        if (object == null) {
            throw new IllegalArgumentException("the reader let an unknown name pass: " + name);
        }
        return new SharedReference(object);
    }

    /** The place to which a result goes; null is nowhere. */
    Reference target(@Nullable String name) {
        return name == null ? Reference.NOWHERE : reference(name);
    }
}
