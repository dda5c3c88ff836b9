package dev.countermand.scenario.model;

import org.jspecify.annotations.Nullable;

/** Operations that mean nothing to asyncio: they tell the explorer what to try and to check. */
public sealed interface ExplorationOperation extends Operation {

    /** Records a violation with the message when {@code that} is false, and goes on. */
    record Check(String pointer, Expression that, String message) implements ExplorationOperation {}

    /**
     * The explorer may cancel the task up to {@code times} times (1 unless given), between any two
     * loop steps. {@code message} is passed to {@code cancel}; null is None.
     */
    record MayCancel(String pointer, String task, Expression times, @Nullable String message)
            implements ExplorationOperation {}

    /**
     * Once {@code cancel()} has returned true for the task, ending other than cancelled with {@code
     * cancelling() > 0} is a violation.
     */
    record MustHonour(String pointer, String task) implements ExplorationOperation {}
}
