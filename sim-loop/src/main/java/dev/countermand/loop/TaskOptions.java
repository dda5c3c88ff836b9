package dev.countermand.loop;

import org.jspecify.annotations.Nullable;

/**
 * The keyword arguments of {@code create_task}.
 *
 * @param name the task's name, null for an automatic one
 * @param context the context its steps run in, null for a copy of the current one
 * @param eagerStart whether the first step runs at once; null leaves it to the task factory
 */
public record TaskOptions(
        @Nullable String name, @Nullable Context context, @Nullable Boolean eagerStart) {
    /** No name, a copied context, no eager start asked for. */
    public static final TaskOptions DEFAULT = new TaskOptions(null, null, null);

    /** The defaults with a name. */
    public static TaskOptions named(@Nullable String name) {
        return new TaskOptions(name, null, null);
    }

    /** The same options with an eager start asked for, or ruled out. */
    public TaskOptions eager(boolean eager) {
        return new TaskOptions(name, context, eager);
    }
}
