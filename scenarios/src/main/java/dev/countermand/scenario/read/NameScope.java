package dev.countermand.scenario.read;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The names that one body can see. A body's names are only complete at its end, as a variable may
 * be assigned further down than it is read (in a loop, say); so references are checked afterwards.
 */
final class NameScope {

    private final String owner;
    private final Set<String> assigned = new LinkedHashSet<>();

    /** A scope without names of its own yet; {@code owner} is how messages call the body. */
    NameScope(String owner) {
        this.owner = owner;
    }

    /** The name is a parameter, or assigned by an operation of the body. */
    void assign(String name) {
        assigned.add(name);
    }

    /** The names in order of first assignment, without those that are shared objects. */
    List<String> locals(Set<String> objects) {
        List<String> locals = new ArrayList<>(assigned);
        locals.removeAll(objects);
        return locals;
    }

    /** Throws unless the name is assigned in this scope or declared as an object. */
    void check(Place place, String name, Set<String> objects) {
        if (assigned.contains(name) || objects.contains(name)) {
            return;
        }
        Set<String> known = new LinkedHashSet<>(assigned);
        known.addAll(objects);
        throw place.refused(
                "expected " + owner + ", but found " + Wording.quote(name)
                        + Wording.suggest(name, known));
    }

    /** A scope for a body: it has variables. */
    static NameScope ofBody() {
        return new NameScope(
                "the name of an object, a parameter or a variable that this body assigns");
    }

    /** A scope for what stands outside all bodies: only shared objects are visible there. */
    static NameScope ofHost() {
        return new NameScope("the name of an object (no variables are visible here)");
    }
}
