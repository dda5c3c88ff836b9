package dev.countermand.scenario.generate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The variables that an operation can count on, by what they hold. */
final class Scope {
    private record Variable(Kind kind, String name) {}

    private final List<Variable> visible = new ArrayList<>();
    private final Map<Kind, Integer> numbers = new LinkedHashMap<>();

    /** Makes a variable visible. */
    void declare(Kind kind, String name) {
        Variable variable = new Variable(kind, name);
        if (!visible.contains(variable)) {
            visible.add(variable);
        }
    }

    /** A name that nothing has yet. */
    String fresh(Kind kind) {
        return kind.prefix() + numbers.merge(kind, 1, Integer::sum);
    }

    /** The names of the variables that hold one of these. */
    List<String> names(Kind... kinds) {
        List<String> names = new ArrayList<>();
        for (Variable variable : visible) {
            if (List.of(kinds).contains(variable.kind())) {
                names.add(variable.name());
            }
        }
        return names;
    }

    /** How many variables are visible. */
    int size() {
        return visible.size();
    }

    /** Forgets what was declared last: a block that may not have run declared it. */
    void forgetAfter(int size) {
        visible.subList(size, visible.size()).clear();
    }
}
