package dev.countermand.asyncio;

import dev.countermand.loop.Coroutine;
import dev.countermand.loop.Task;
import dev.countermand.loop.TaskOptions;
import dev.countermand.loop.direct.DirectStyle;
import dev.countermand.loop.error.RunAborted;
import dev.countermand.loop.error.RuntimeError;
import dev.countermand.loop.error.Throwing;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * Tasks that live no longer than a block, as the block sees them: {@code asyncio.TaskGroup}.
 *
 * <p>{@link Scopes#taskGroup} makes one.
 */
public final class TaskGroup {
    private final dev.countermand.loop.combine.TaskGroup rules =
            new dev.countermand.loop.combine.TaskGroup();

    TaskGroup() {}

    /**
     * Makes a task that the block waits for: {@code TaskGroup.create_task}, its coroutine written
     * in place.
     *
     * @param name the name of the task and its coroutine
     * @throws RuntimeError after the block was left, or while the group aborts
     */
    public <T> Task<T> createTask(String name, Callable<? extends @Nullable T> body) {
        return createTask(Asyncio.coroutine(name, body), TaskOptions.named(name));
    }

    /** Makes a task that returns nothing: {@code TaskGroup.create_task}. */
    public Task<Object> createTask(String name, DirectStyle.Body body) {
        return createTask(Asyncio.coroutine(name, body), TaskOptions.named(name));
    }

    /** Makes a task of a coroutine: {@code TaskGroup.create_task}. */
    public <T> Task<T> createTask(Coroutine<T> coroutine) {
        return createTask(coroutine, TaskOptions.DEFAULT);
    }

    /** The same with all keyword arguments of {@code TaskGroup.create_task}. */
    public <T> Task<T> createTask(Coroutine<T> coroutine, TaskOptions options) {
        return rules.createTask(coroutine, options);
    }

    <T> @Nullable T run(ScopedBody<TaskGroup, T> body) {
        rules.enter();
        T value;
        try {
            value = body.run(this);
        } catch (RunAborted verdict) {
            throw verdict;
        } catch (Throwable error) {
            // It raises what the block is to raise instead, if anything.
            Asyncio.await(rules.exit(error));
            throw Throwing.asIs(error);
        }
        Asyncio.await(rules.exit(null));
        return value;
    }

    @Override
    public String toString() {
        return rules.toString();
    }
}
