package dev.countermand.fence.scan;

import dev.countermand.fence.scan.ScannedClass.Call;
import dev.countermand.fence.scan.ScannedClass.ScannedMethod;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The classes that a test can reach, read from their files: the start class, those it names, those
 * they name, and so on.
 *
 * <p>Classes that are only found by their names at run time (reflection, services) are not seen.
 */
public final class CodeUnderTest {
    /** More classes than anybody tests at once: a mistake in what to scan must not take minutes. */
    private static final int MOST_CLASSES = 5_000;

    private final Class<?> start;
    private final Map<String, ScannedClass> classes = new LinkedHashMap<>();
    private final List<String> notes = new ArrayList<>();

    private CodeUnderTest(Class<?> start) {
        this.start = start;
    }

    /**
     * Reads what a class can reach. What cannot be read is left out, with a {@linkplain #notes
     * note}.
     *
     * @param start the class of the test
     * @param prefixes how the names of classes begin, with dots, that are read even if they lie in
     *     a jar; others are read only from folders
     */
    public static CodeUnderTest reachedFrom(Class<?> start, List<String> prefixes) {
        CodeUnderTest code = new CodeUnderTest(start);
        code.read(new ClassFiles(start, prefixes));
        return code;
    }

    private void read(ClassFiles files) {
        Set<String> seen = new LinkedHashSet<>();
        Deque<String> waiting = new ArrayDeque<>();
        String first = start.getName().replace('.', '/');
        seen.add(first);
        waiting.add(first);
        while (!waiting.isEmpty() && classes.size() < MOST_CLASSES) {
            String name = waiting.poll();
            Optional<ScannedClass> scanned = read(files, name);
            if (scanned.isPresent()) {
                classes.put(name, scanned.get());
                scanned.get().referenced().stream().filter(seen::add).forEach(waiting::add);
            }
        }
        if (!waiting.isEmpty()) {
            notes.add("only the first " + MOST_CLASSES + " classes were read");
        }
    }

    private Optional<ScannedClass> read(ClassFiles files, String name) {
        try {
            return files.read(name).map(ClassScanner::scan);
        } catch (IOException | RuntimeException unreadable) {
            notes.add("could not read class " + ScannedClass.dots(name) + ": "
                    + unreadable.getMessage());
            return Optional.empty();
        }
    }

    /** The start class. */
    public Class<?> start() {
        return start;
    }

    /** What could not be read, and why, one a line; empty if all went well. */
    public List<String> notes() {
        return List.copyOf(notes);
    }

    /** The names of the classes that were read, with dots, the start class first. */
    public List<String> names() {
        return classes.keySet().stream().map(ScannedClass::dots).toList();
    }

    /** The classes that were read, the start class first. */
    Collection<ScannedClass> classes() {
        return classes.values();
    }

    /** Whether all that a class does when it is initialised is to make values of the JDK's. */
    public boolean isQuietlyInitialised(String className) {
        String name = className.replace('.', '/');
        ScannedClass type = classes.get(name);
        return type != null && type.methods().stream()
                .filter(ScannedMethod::isInitialiser)
                .allMatch(method -> isQuiet(name, method, new LinkedHashSet<>()));
    }

    private boolean isQuiet(String owner, ScannedMethod method, Set<String> seen) {
        return !seen.add(owner + "." + method.name() + method.descriptor())
                || method.body().calls().stream().allMatch(call -> isQuiet(call, seen));
    }

    private boolean isQuiet(Call call, Set<String> seen) {
        String owner = declaringClass(call.owner(), call.name(), call.descriptor());
        ScannedClass type = classes.get(owner);
        if (type != null) {
            // What a call of an interface's method ends in is anybody's guess.
            return type.methods().stream()
                    .filter(method -> method.isCalled(call.name(), call.descriptor()))
                    .allMatch(method -> method.hasCode() && isQuiet(owner, method, seen));
        }
        boolean makesValues = owner.startsWith("java/util/") || owner.startsWith("java/lang/")
                || owner.startsWith("java/time/");
        return makesValues && ForbiddenCalls.of(
                ScannedClass.dots(owner), call.name(), call.descriptor()).isEmpty();
    }

    /** The place of a class, without a line; empty if it was not read. */
    public Optional<CodePlace> placeOf(String className) {
        return Optional.ofNullable(classes.get(className.replace('.', '/')))
                .map(type -> type.place(0));
    }

    /**
     * Where a call ends up, as far as classes were read: the class that declares the method, else
     * the first one above that was not read.
     */
    String declaringClass(String owner, String method, String descriptor) {
        String name = owner;
        ScannedClass type = classes.get(name);
        while (type != null && !type.declares(method, descriptor)) {
            String above = type.head().superName();
            if (above == null) {
                return owner;
            }
            name = above;
            type = classes.get(name);
        }
        return name;
    }

    /** Whether a class that was read is another one or below it. */
    boolean isSubtype(String name, String of) {
        if (name.equals(of)) {
            return true;
        }
        ScannedClass type = classes.get(name);
        return type != null && type.parents().stream().anyMatch(parent -> isSubtype(parent, of));
    }
}
