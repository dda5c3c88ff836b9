package dev.countermand.fence.watch;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a value holds at some moment, as far as one can see it without calling the code under test:
 * numbers and texts by their values, the JDK's collections and the objects of known classes by
 * their contents, everything else by which object it is.
 */
final class Fingerprint {
    /** Caches of caches are rare, and a whole heap is too much to look at. */
    private static final int DEEPEST = 4;

    private static final int MOST_PARTS = 10_000;

    private final Predicate<Class<?>> known;
    private final List<Object> parts = new ArrayList<>();

    private Fingerprint(Predicate<Class<?>> known) {
        this.known = known;
    }

    /**
     * Looks at a value.
     *
     * @param known the classes whose fields are looked at
     */
    static Fingerprint of(@Nullable Object value, Predicate<Class<?>> known) {
        Fingerprint print = new Fingerprint(known);
        print.add(value, 0);
        return print;
    }

    /** An object that is known only by which one it is. */
    private static final class Reference {
        private final Object object;

        Reference(Object object) {
            this.object = object;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Reference reference && reference.object == object;
        }

        @Override
        public int hashCode() {
            return object.getClass().getName().hashCode();
        }
    }

    private void add(@Nullable Object value, int depth) {
        if (parts.size() >= MOST_PARTS) {
            return;
        }
        if (value == null || isValue(value)) {
            parts.add(value == null ? "null" : value);
            return;
        }
        parts.add(new Reference(value));
        if (depth < DEEPEST) {
            addContents(value, depth + 1);
        }
    }

    private static boolean isValue(Object value) {
        return value instanceof String || value instanceof Boolean || value instanceof Character
                || value instanceof Number && isOfTheJdk(value, "java.lang.");
    }

    private static boolean isOfTheJdk(Object value, String prefix) {
        return value.getClass().getName().startsWith(prefix);
    }

    private void addContents(Object value, int depth) {
        try {
            if (value.getClass().isArray()) {
                addArray(value, depth);
            } else if (value instanceof Collection<?> list && isOfTheJdk(value, "java.util.")) {
                parts.add(list.size());
                list.forEach(element -> add(element, depth));
            } else if (value instanceof Map<?, ?> map && isOfTheJdk(value, "java.util.")) {
                parts.add(map.size());
                map.forEach((key, element) -> {
                    add(key, depth);
                    add(element, depth);
                });
            } else if (value instanceof AtomicReference<?> reference) {
                add(reference.get(), depth);
            } else if (isOfTheJdk(value, "java.util.concurrent.atomic.")) {
                parts.add(value.toString());
            } else if (known.test(value.getClass())) {
                addFields(value, depth);
            }
        } catch (RuntimeException changing) {
            // A collection that another thread changes right now says so; it has changed.
            parts.add(new Reference(changing));
        }
    }

    private void addArray(Object array, int depth) {
        int length = Array.getLength(array);
        parts.add(length);
        for (int i = 0; i < length && parts.size() < MOST_PARTS; i++) {
            add(Array.get(array, i), depth);
        }
    }

    private void addFields(Object value, int depth) {
        for (Field field : value.getClass().getDeclaredFields()) {
            if (!Modifier.isStatic(field.getModifiers()) && !field.isSynthetic()) {
                try {
                    field.setAccessible(true);
                    add(field.get(value), depth);
                } catch (IllegalAccessException | InaccessibleObjectException hidden) {
                    // A module that does not open its packages keeps this to itself.
                    parts.add("hidden");
                }
            }
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Fingerprint print && print.parts.equals(parts);
    }

    @Override
    public int hashCode() {
        return parts.hashCode();
    }
}
