package dev.countermand.fence.watch;

import dev.countermand.fence.scan.Cause;
import dev.countermand.fence.scan.CodePlace;
import dev.countermand.fence.scan.CodeUnderTest;
import dev.countermand.fence.scan.Suspect;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Notices static fields of the code under test whose contents a run has changed.
 *
 * <p>To look at a class is to initialise it. Before the first run it therefore looks only at
 * classes that make nothing but values of the JDK's when they are initialised, so that the run
 * cannot tell; after it, at all of them.
 */
public final class StaticWatch {
    private final CodeUnderTest code;
    private final Predicate<Class<?>> known;
    private Map<Field, Fingerprint> before;

    /** Begins to watch. */
    public StaticWatch(CodeUnderTest code) {
        this.code = code;
        List<String> names = code.names();
        this.known = type -> names.contains(type.getName());
        this.before = fields(name -> isReadAtFirst(name));
    }

    private boolean isReadAtFirst(String name) {
        return code.isQuietlyInitialised(name) || name.equals(code.start().getName());
    }

    /**
     * The static fields that have changed since it last looked; one that it sees for the first
     * time has not.
     */
    public List<Suspect> look() {
        Map<Field, Fingerprint> now = fields(name -> true);
        List<Suspect> changed = new ArrayList<>();
        now.forEach((field, print) -> {
            Fingerprint last = before.get(field);
            if (last != null && !last.equals(print)) {
                changed.add(suspect(field));
            }
        });
        before = now;
        return changed;
    }

    private Suspect suspect(Field field) {
        Optional<CodePlace> place = code.placeOf(field.getDeclaringClass().getName());
        return new Suspect(Cause.LEFTOVER, place.orElse(null),
                "static field " + field.getName() + " changed between schedules",
                "make it an instance field");
    }

    private Map<Field, Fingerprint> fields(Predicate<String> isRead) {
        Map<Field, Fingerprint> prints = new LinkedHashMap<>();
        for (String name : code.names()) {
            if (isRead.test(name)) {
                addFields(name, prints);
            }
        }
        return prints;
    }

    private void addFields(String name, Map<Field, Fingerprint> prints) {
        try {
            Class<?> type = Class.forName(name, false, code.start().getClassLoader());
            for (Field field : type.getDeclaredFields()) {
                if (mayChange(field)) {
                    field.setAccessible(true);
                    prints.put(field, Fingerprint.of(field.get(null), known));
                }
            }
        } catch (ReflectiveOperationException | InaccessibleObjectException
                | LinkageError unreadable) {
            // A class that cannot be initialised, or keeps its fields to itself, is not watched.
            return;
        }
    }

    private static boolean mayChange(Field field) {
        boolean constant = Modifier.isFinal(field.getModifiers())
                && (field.getType().isPrimitive() || field.getType() == String.class);
        return Modifier.isStatic(field.getModifiers()) && !field.isSynthetic() && !constant
                && !field.isEnumConstant();
    }
}
