package dev.countermand.loop.combine;

import static dev.countermand.loop.VersionDifference.CANCELLED_ERROR_SUBCLASSES_COUNT;
import static dev.countermand.loop.VersionDifference.EAGER_TASKS;
import static dev.countermand.loop.VersionDifference.GROUP_ALWAYS_SCHEDULES_DONE_CALLBACK;
import static dev.countermand.loop.VersionDifference.GROUP_CLOSES_WHAT_IT_REFUSES;
import static dev.countermand.loop.VersionDifference.GROUP_UNCANCELS_AT_END_OF_EXIT;

import dev.countermand.loop.Accesses;
import dev.countermand.loop.Coroutine;
import dev.countermand.loop.DoneCallback;
import dev.countermand.loop.ExceptionReport;
import dev.countermand.loop.Future;
import dev.countermand.loop.Signal;
import dev.countermand.loop.SimLoop;
import dev.countermand.loop.StepCoroutine;
import dev.countermand.loop.Task;
import dev.countermand.loop.TaskOptions;
import dev.countermand.loop.error.CancelledError;
import dev.countermand.loop.error.ErrorGroup;
import dev.countermand.loop.error.KeyboardInterrupt;
import dev.countermand.loop.error.RuntimeError;
import dev.countermand.loop.error.SystemExit;
import dev.countermand.loop.error.Throwing;
import dev.countermand.loop.oracle.Oracle;
import dev.countermand.loop.schedule.ChoiceKind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tasks that live no longer than a block of code: {@code asyncio.TaskGroup}. */
public final class TaskGroup {
    private final Set<Task<?>> children = new LinkedHashSet<>();
    private final List<Throwable> errors = new ArrayList<>();
    private final DoneCallback onChildDone = child -> childDone((Task<?>) child);
    private @Nullable Task<?> parent;
    private @Nullable Throwable baseError;
    private @Nullable Future<Object> allDone;
    private boolean exiting;
    private boolean aborting;
    private boolean parentCancelRequested;
    private int cancellingAtEntry;

    /** Enters the block: {@code TaskGroup.__aenter__}. */
    public void enter() {
        Accesses.write(this);
        if (parent != null) {
            throw new RuntimeError("TaskGroup " + this + " has already been entered");
        }
        parent = SimLoop.running().currentTask();
        if (parent == null) {
            throw new RuntimeError("TaskGroup " + this + " cannot determine the parent task");
        }
        cancellingAtEntry = parent.cancelling();
    }

    /**
     * Makes a task that the block waits for: {@code TaskGroup.create_task}.
     *
     * @throws RuntimeError before the block was entered, after it was left, or while the group
     *     aborts
     */
    public <T> Task<T> createTask(Coroutine<T> coroutine, TaskOptions options) {
        Accesses.write(this);
        String refusal = parent == null
                ? " has not been entered"
                : exiting && children.isEmpty()
                        ? " is finished"
                        : aborting ? " is shutting down" : null;
        if (refusal != null) {
            SimLoop known = parent == null ? SimLoop.runningOrNull() : parent.loop();
            if (known == null || known.python().has(GROUP_CLOSES_WHAT_IT_REFUSES)) {
                coroutine.close();
            }
            throw new RuntimeError("TaskGroup " + this + refusal);
        }
        SimLoop loop = parent.loop();
        Task<T> task = loop.createTask(coroutine, options);
        boolean atOnce = task.isDone()
                && !loop.python().has(GROUP_ALWAYS_SCHEDULES_DONE_CALLBACK);
        if (atOnce && loop.python().has(EAGER_TASKS)) {
            childDone(task);
        } else {
            children.add(task);
            task.addDoneCallback(onChildDone);
        }
        return task;
    }

    /**
     * Leaves the block: {@code TaskGroup.__aexit__}.
     *
     * @param thrown what ended the block, null if it came to its end
     * @return a coroutine that waits for the children; it raises what the block raises, and returns
     *     if a CancelledError that the group caused is to be swallowed or nothing was raised
     */
    public Coroutine<Object> exit(@Nullable Throwable thrown) {
        return new Exit(thrown);
    }

    private void abort() {
        Accesses.write(this);
        aborting = true;
        List<Task<?>> unfinished = new ArrayList<>();
        for (Task<?> child : children) {
            if (!child.isDone()) {
                unfinished.add(child);
            }
        }
        SimLoop loop = parent.loop();
        List<Task<?>> ordered = loop.simulation().choices()
                .order(ChoiceKind.GROUP_ORDER, parent.name(), unfinished);
        loop.within("task group", () -> ordered.forEach(Task::cancel));
    }

    private static boolean isBaseError(Throwable error) {
        return error instanceof SystemExit || error instanceof KeyboardInterrupt;
    }

    private void childDone(Task<?> child) {
        Accesses.write(this);
        children.remove(child);
        if (allDone != null && children.isEmpty() && !allDone.isDone()) {
            allDone.setResult(true);
        }
        if (child.isCancelled()) {
            return;
        }
        Throwable error = child.exception();
        if (error == null) {
            return;
        }
        errors.add(error);
        if (isBaseError(error) && baseError == null) {
            baseError = error;
        }
        if (parent.isDone()) {
            parent.loop().callExceptionHandler(ExceptionReport.ofFuture(
                    "Task " + child + " has errored out but its parent task " + parent
                            + " is already completed", error, child));
        } else if (!aborting && !parentCancelRequested) {
            abort();
            parentCancelRequested = true;
            parent.loop().within("task group", parent::cancel);
        }
    }

    private boolean isCancellation(@Nullable Throwable error) {
        return error instanceof CancelledError
                && (error.getClass() == CancelledError.class
                        || parent.loop().python().has(CANCELLED_ERROR_SUBCLASSES_COUNT));
    }

    @Override
    public String toString() {
        String state = exiting ? " exiting" : parent != null ? " entered" : "";
        return "<TaskGroup" + state + ">";
    }

    private final class Exit extends StepCoroutine<Object> {
        private final @Nullable Throwable thrown;
        private @Nullable Throwable propagated;
        private @Nullable Future<Object> awaitedFuture;

        Exit(@Nullable Throwable thrown) {
            this.thrown = thrown;
        }

        @Override
        protected Signal advance(@Nullable Throwable resumedWith) {
            Accesses.write(TaskGroup.this);
            boolean uncancelsAtEnd = parent.loop().python().has(GROUP_UNCANCELS_AT_END_OF_EXIT);
            if (state == 0) {
                begin(uncancelsAtEnd);
            } else {
                woken(resumedWith);
            }
            if (!children.isEmpty()) {
                if (allDone == null) {
                    allDone = parent.loop().createFuture();
                    allDone.setPurpose("the children of a task group");
                }
                awaitedFuture = allDone;
                state = 1;
                return allDone;
            }
            return end(uncancelsAtEnd);
        }

        private void begin(boolean uncancelsAtEnd) {
            exiting = true;
            if (thrown != null && isBaseError(thrown) && baseError == null) {
                baseError = thrown;
            }
            propagated = isCancellation(thrown) ? thrown : null;
            if (!uncancelsAtEnd) {
                takeBackOwnCancel();
            }
            if (thrown != null && !aborting) {
                abort();
            }
        }

        private void takeBackOwnCancel() {
            // There is an error then, so nobody asks whether a cancellation is to be propagated.
            if (parentCancelRequested) {
                parent.uncancel();
            }
        }

        private void woken(@Nullable Throwable resumedWith) {
            try {
                awaited(awaitedFuture, resumedWith);
            } catch (CancelledError cancelled) {
                if (!aborting) {
                    propagated = cancelled;
                    abort();
                }
            } catch (Throwable error) {
                reportRunningChildren();
                throw error;
            }
            allDone = null;
        }

        /** No rule of asyncio lets a group be left so: only a foreign error can bring it about. */
        private void reportRunningChildren() {
            for (Task<?> child : children) {
                if (!child.isDone()) {
                    parent.loop().simulation().findings().report(Oracle.GROUP_CHILD,
                            child.describe() + " still runs although " + parent.describe()
                                    + " has left its task group");
                }
            }
        }

        private Signal end(boolean uncancelsAtEnd) {
            if (baseError != null) {
                throw Throwing.asIs(baseError);
            }
            if (uncancelsAtEnd) {
                takeBackOwnCancel();
            }
            if (propagated != null && errors.isEmpty()) {
                throw Throwing.asIs(propagated);
            }
            if (thrown != null && !isCancellation(thrown)) {
                errors.add(thrown);
            }
            if (!errors.isEmpty()) {
                if (uncancelsAtEnd && parent.cancelling() > 0) {
                    parent.uncancel();
                    parent.loop().within("task group", parent::cancel);
                }
                parent.leftScope("task group", cancellingAtEntry);
                throw Throwing.asIs(ErrorGroup.of("unhandled errors in a TaskGroup", errors));
            }
            parent.leftScope("task group", cancellingAtEntry);
            return returned(null);
        }

        @Override
        public String name() {
            return "__aexit__";
        }
    }
}
