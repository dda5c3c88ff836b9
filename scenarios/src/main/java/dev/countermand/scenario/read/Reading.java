package dev.countermand.scenario.read;

import dev.countermand.scenario.model.CoroutineDefinition;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What is known about one document while it is read. Names may be used before they are declared, so
 * checks of names are collected here, and made in the document's order when all of it is known.
 */
final class Reading {

    private final String source;
    private final Set<String> objects = new LinkedHashSet<>();
    private final Map<CoroutineDefinition.Kind, Map<String, Integer>> arities =
            new EnumMap<>(CoroutineDefinition.Kind.class);
    private final List<Runnable> checks = new ArrayList<>();

    Reading(String source) {
        this.source = source;
        for (CoroutineDefinition.Kind kind : CoroutineDefinition.Kind.values()) {
            arities.put(kind, new LinkedHashMap<>());
        }
    }

    String source() {
        return source;
    }

    /** The names that {@code objects} declares; complete before any body is read. */
    Set<String> objects() {
        return objects;
    }

    /** Makes a check when the whole document was read. */
    void later(Runnable check) {
        checks.add(check);
    }

    /** A definition of this kind, name and number of parameters exists. */
    void define(CoroutineDefinition.Kind kind, String name, int params) {
        arities.get(kind).put(name, params);
    }

    /** Checks at the end that the definition exists and takes that many arguments. */
    void laterCheckCall(Place place, CoroutineDefinition.Kind kind, String name, int args) {
        later(() -> {
            Map<String, Integer> known = arities.get(kind);
            Integer params = known.get(name);
            String what = kind.name().toLowerCase(Locale.ROOT);
            if (params == null) {
                throw place.refused(
                        "expected the name of a " + what + ", but found " + Wording.quote(name)
                                + Wording.suggest(name, known.keySet()));
            }
            if (params != args) {
                throw place.refused(
                        "expected " + params + (params == 1 ? " argument" : " arguments")
                                + " for the " + what + " " + Wording.quote(name) + ", but found "
                                + args);
            }
        });
    }

    /** Makes all checks. */
    void finish() {
        checks.forEach(Runnable::run);
    }
}
