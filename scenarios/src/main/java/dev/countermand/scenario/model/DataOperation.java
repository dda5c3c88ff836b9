package dev.countermand.scenario.model;

import org.jspecify.annotations.Nullable;

/** Operations on variables and lists, and the one that records an event. */
public sealed interface DataOperation extends Operation {

    /** Records an event; a null {@code value} means that the event has no value. */
    record Log(String pointer, String text, @Nullable Expression value) implements DataOperation {}

    /** {@code variable = value}. */
    record Set(String pointer, String variable, Expression value) implements DataOperation {}

    /** {@code list.append(value)}. */
    record Append(String pointer, String list, Expression value) implements DataOperation {}

    /** {@code list.remove(value)}. */
    record Remove(String pointer, String list, Expression value) implements DataOperation {}

    /** {@code list.insert(index, value)}; a negative index counts from the end. */
    record Insert(String pointer, String list, int index, Expression value)
            implements DataOperation {}

    /** {@code as = list.pop(index)}; {@code index} is 0 unless given. */
    record Pop(String pointer, String list, int index, @Nullable String as)
            implements DataOperation {}
}
