package dev.countermand.scenario.model;

import java.util.List;

/** Several awaitables: written out, or in a list that a variable holds. */
public sealed interface AwaitableList {

    /** Awaitables that the document writes out. */
    record Items(List<Awaitable> items) implements AwaitableList {
        public Items {
            items = List.copyOf(items);
        }
    }

    /** The list that a variable holds when the operation runs. */
    record Variable(String name) implements AwaitableList {}
}
