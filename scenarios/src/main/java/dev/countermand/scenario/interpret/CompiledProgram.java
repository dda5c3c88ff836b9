package dev.countermand.scenario.interpret;

import java.util.List;
import java.util.Map;

/** A scenario's program with all names resolved; it is immutable and serves any number of runs. */
public final class CompiledProgram {
    private final List<SharedObject> objects;
    private final Map<String, Code> coroutines;
    private final int counters;

    CompiledProgram(List<SharedObject> objects, Map<String, Code> coroutines, int counters) {
        this.objects = objects;
        this.coroutines = coroutines;
        this.counters = counters;
    }

    List<SharedObject> objects() {
        return objects;
    }

    Code coroutine(String name) {
        return coroutines.get(name);
    }

    int counters() {
        return counters;
    }
}
