package dev.countermand.scenario.interpret;

import dev.countermand.scenario.model.CoroutineDefinition.Kind;

/** A coroutine, generator or function, ready to be invoked. */
final class Code {
    final Kind kind;
    final String name;
    final int params;
    final int slots;

    /** Set after all definitions are known, as bodies refer to each other. */
    Sequence body;

    /** How many invocations there have been is counted per name: the index of this name. */
    final int counter;

    Code(Kind kind, String name, int[] sizes, int counter, Sequence body) {
        this.kind = kind;
        this.name = name;
        this.params = sizes[0];
        this.slots = sizes[1];
        this.counter = counter;
        this.body = body;
    }
}
