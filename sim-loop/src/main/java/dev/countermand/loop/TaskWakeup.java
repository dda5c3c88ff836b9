package dev.countermand.loop;

import org.jspecify.annotations.Nullable;

/** The step of a task whose awaited future is done: {@code Task.task_wakeup}. */
final class TaskWakeup extends Handle {
    private final Task<?> task;
    private final Future<?> future;

    TaskWakeup(Task<?> task, Future<?> future) {
        super(task.loop, null, task.context());
        this.task = task;
        this.future = future;
    }

    @Override
    void call() {
        boolean unheard = task.isToBeCancelled() && !future.heard;
        @Nullable Throwable error = future.errorForWaiter("Result is not set.");
        if (unheard && !future.isCancelled()) {
            future.heard = false;
            LostOutcome.suspect(future, task);
        }
        task.step(error);
    }

    @Override
    public Task<?> stepOf() {
        return task;
    }

    @Override
    boolean isFree() {
        return task.isFree();
    }

    @Override
    String describe() {
        return task.name();
    }

    @Override
    public long actorId() {
        return task.id();
    }

    @Override
    public String actorName() {
        return task.actorName();
    }
}
