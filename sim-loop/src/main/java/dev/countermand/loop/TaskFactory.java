package dev.countermand.loop;

/** Makes the tasks of a loop: the argument of {@code loop.set_task_factory}. */
@FunctionalInterface
public interface TaskFactory {
    /** Tasks begin in the next iteration: what a loop without a factory does. */
    TaskFactory LAZY = TaskFactory::lazy;

    /** Tasks run their first step at once: {@code asyncio.eager_task_factory}, from 3.12 on. */
    TaskFactory EAGER = TaskFactory::eager;

    /** Makes a task and schedules, or runs, its first step. */
    <T> Task<T> create(SimLoop loop, Coroutine<T> coroutine, TaskOptions options);

    private static <T> Task<T> lazy(SimLoop loop, Coroutine<T> coroutine, TaskOptions options) {
        return new Task<>(loop, coroutine, options);
    }

    private static <T> Task<T> eager(SimLoop loop, Coroutine<T> coroutine, TaskOptions options) {
        boolean eager = options.eagerStart() == null || options.eagerStart();
        return new Task<>(loop, coroutine, options.eager(eager));
    }
}
