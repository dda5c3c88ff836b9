package dev.countermand.fence.scan;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the scan keeps of a class file. All names of classes have slashes, as in the file.
 *
 * @param head what the class is
 * @param referenced the classes that it names
 * @param methods its methods, in the order of the file
 */
record ScannedClass(Head head, Set<String> referenced, List<ScannedMethod> methods) {
    /** How class files call a static initialiser. */
    static final String INITIALISER = "<clinit>";

    /**
     * What a class is.
     *
     * @param superName null for Object only
     * @param file the name of its source file
     */
    record Head(String name, @Nullable String superName, List<String> interfaces, String file) {}

    String name() {
        return head.name();
    }

    /** Its superclass and its interfaces. */
    Set<String> parents() {
        Set<String> parents = new LinkedHashSet<>(head.interfaces());
        if (head.superName() != null) {
            parents.add(head.superName());
        }
        return parents;
    }

    boolean declares(String method, String descriptor) {
        return methods.stream().anyMatch(it -> it.isCalled(method, descriptor));
    }

    CodePlace place(int line) {
        return new CodePlace(dots(name()), head.file(), line);
    }

    static String dots(String name) {
        return name.replace('/', '.');
    }

    /**
     * One method.
     *
     * @param name its name
     * @param descriptor its arguments and result
     * @param lines where it stands
     * @param body what it does
     */
    record ScannedMethod(String name, String descriptor, Lines lines, Body body) {
        boolean isCalled(String method, String as) {
            return name.equals(method) && descriptor.equals(as);
        }

        /** Whether it has a body; without line numbers nobody knows. */
        boolean hasCode() {
            return lines.last() > 0;
        }

        boolean isInitialiser() {
            return name.equals(INITIALISER);
        }
    }

    /**
     * The lines of a method, without those of the lambdas in it; 0 and 0 without line numbers.
     *
     * @param first the lowest
     * @param last the highest
     */
    record Lines(int first, int last) {
        boolean has(int line) {
            return first <= line && line <= last;
        }

        int length() {
            return last - first;
        }
    }

    /**
     * What a method does, as far as the scan cares.
     *
     * @param calls what it calls, references to methods among them
     * @param writes the static fields it writes
     * @param tables the hash tables it makes for keys of a known class
     */
    record Body(List<Call> calls, List<StaticWrite> writes, List<HashTable> tables) {
        Body() {
            this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }
    }

    /**
     * A call.
     *
     * @param owner the class that the compiler found the method in
     * @param line 0 if unknown
     */
    record Call(String owner, String name, String descriptor, int line) {}

    /**
     * A static field that is written.
     *
     * @param owner its class
     * @param type its type as class files write it
     * @param line 0 if unknown
     */
    record StaticWrite(String owner, String field, String type, int line) {}

    /**
     * A hash table that is made.
     *
     * @param type its class
     * @param key the class of its keys or elements
     * @param line 0 if unknown
     */
    record HashTable(String type, String key, int line) {}
}
