package dev.countermand.loop;

import org.jspecify.annotations.Nullable;

/** A scheduled step of a task: its first one, or the one after a bare yield. */
final class TaskStep extends Handle {
    private final Task<?> task;
    private final @Nullable Throwable thrown;

    TaskStep(Task<?> task, @Nullable Throwable thrown) {
        super(task.loop, null, task.context());
        this.task = task;
        this.thrown = thrown;
    }

    @Override
    void call() {
        task.step(thrown);
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
