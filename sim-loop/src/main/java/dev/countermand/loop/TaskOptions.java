package dev.countermand.loop;

import org.jspecify.annotations.Nullable;

/**
 * The keyword arguments of {@code create_task}, and one of ours.
 *
 * @param name the task's name, null for an automatic one
 * @param context the context its steps run in, null for a copy of the current one
 * @param eagerStart whether the first step runs at once; null leaves it to the task factory
 * @param order when its steps may run
 */
public record TaskOptions(
        @Nullable String name,
        @Nullable Context context,
        @Nullable Boolean eagerStart,
        Order order) {
    /** No name, a copied context, no eager start asked for. */
    public static final TaskOptions DEFAULT = new TaskOptions(null, null, null);

    /** Options of a task whose steps run in asyncio's order. */
    public TaskOptions(@Nullable String name, @Nullable Context context,
            @Nullable Boolean eagerStart) {
        this(name, context, eagerStart, Order.FIFO);
    }

    /** When a task's steps run that are ready. */
    public enum Order {
        /** First in, first out, as asyncio promises. */
        FIFO,
        /** Whenever it pleases, as a thread does: which one goes next is a choice in each mode. */
        ANY
    }

    /** The defaults with a name. */
    public static TaskOptions named(@Nullable String name) {
        return new TaskOptions(name, null, null);
    }

    /** The same options with another order. */
    public TaskOptions inOrder(Order steps) {
        return new TaskOptions(name, context, eagerStart, steps);
    }

    /** The same options with an eager start asked for, or ruled out. */
    public TaskOptions eager(boolean eager) {
        return new TaskOptions(name, context, eager, order);
    }
}
