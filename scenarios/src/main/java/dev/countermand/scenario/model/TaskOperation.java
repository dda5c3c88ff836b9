package dev.countermand.scenario.model;

import org.jspecify.annotations.Nullable;

/** Operations that make, cancel, name and complete tasks and futures, without waiting. */
public sealed interface TaskOperation extends Operation {

    /** {@code as = asyncio.create_task(call, name=name)}, or {@code group.create_task(..)}. */
    record Spawn(
            String pointer,
            Awaitable.CoroutineCall call,
            @Nullable String as,
            SpawnOptions options)
            implements TaskOperation {}

    /**
     * The keyword arguments of a spawn.
     *
     * @param name the task's name; null to name it after what it runs
     * @param group reference to the task group that creates the task; null for none
     * @param eagerStart the {@code eager_start} argument; null when it is not passed
     */
    record SpawnOptions(
            @Nullable String name, @Nullable String group, @Nullable Boolean eagerStart) {}

    /** {@code as = task.cancel(msg=message)}, also on a future; null {@code message} is None. */
    record Cancel(String pointer, String task, @Nullable String message, @Nullable String as)
            implements TaskOperation {}

    /** {@code as = task.uncancel()}. */
    record Uncancel(String pointer, String task, @Nullable String as) implements TaskOperation {}

    /** {@code as = asyncio.current_task()}. */
    record CurrentTask(String pointer, String as) implements TaskOperation {}

    /** {@code task.set_name(name)}. */
    record SetName(String pointer, String task, String name) implements TaskOperation {}

    /** {@code as = asyncio.get_running_loop().create_future()}. */
    record NewFuture(String pointer, String as) implements TaskOperation {}

    /** {@code future.set_result(value)}. */
    record SetResult(String pointer, String future, Expression value) implements TaskOperation {}

    /** {@code future.set_exception(error)}. */
    record SetException(String pointer, String future, NewError error) implements TaskOperation {}
}
