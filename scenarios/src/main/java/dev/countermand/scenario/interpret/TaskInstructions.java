package dev.countermand.scenario.interpret;

import static dev.countermand.loop.VersionDifference.EAGER_START_ARGUMENT;

import dev.countermand.loop.Coroutine;
import dev.countermand.loop.Future;
import dev.countermand.loop.SimLoop;
import dev.countermand.loop.Task;
import dev.countermand.loop.TaskOptions;
import dev.countermand.loop.combine.TaskGroup;
import dev.countermand.loop.error.TypeError;
import dev.countermand.scenario.model.TaskOperation;
import dev.countermand.scenario.value.Errors;
import org.jspecify.annotations.Nullable;

/** Compiles what concerns tasks and futures. */
final class TaskInstructions {
    private final Compiler compiler;
    private final Names names;

    TaskInstructions(Compiler compiler, Names names) {
        this.compiler = compiler;
        this.names = names;
    }

    Instruction compile(TaskOperation operation) {
        if (operation instanceof TaskOperation.Spawn spawn) {
            return spawn(spawn);
        }
        if (operation instanceof TaskOperation.Cancel cancel) {
            Reference target = names.reference(cancel.task());
            Reference as = names.target(cancel.as());
            return frame -> as.set(frame, Cast.to(Future.class, target.get(frame), "cancel")
                    .cancel(cancel.message()));
        }
        if (operation instanceof TaskOperation.Uncancel uncancel) {
            Reference target = names.reference(uncancel.task());
            Reference as = names.target(uncancel.as());
            return frame -> as.set(frame,
                    (long) Cast.to(Task.class, target.get(frame), "uncancel").uncancel());
        }
        if (operation instanceof TaskOperation.CurrentTask current) {
            Reference as = names.reference(current.as());
            return frame -> as.set(frame, SimLoop.running().currentTask());
        }
        if (operation instanceof TaskOperation.SetName rename) {
            Reference target = names.reference(rename.task());
            return frame -> Cast.to(Task.class, target.get(frame), "set_name")
                    .setName(rename.name());
        }
        return compileFuture(operation);
    }

    private Instruction compileFuture(TaskOperation operation) {
        if (operation instanceof TaskOperation.NewFuture future) {
            Reference as = names.reference(future.as());
            String purpose = "future " + future.as();
            return frame -> {
                Future<Object> made = SimLoop.running().createFuture();
                made.setPurpose(purpose);
                as.set(frame, made);
            };
        }
        if (operation instanceof TaskOperation.SetResult set) {
            Reference target = names.reference(set.future());
            Evaluation value = Expressions.compile(set.value(), names);
            return frame -> future(target.get(frame)).setResult(value.in(frame));
        }
        TaskOperation.SetException set = (TaskOperation.SetException) operation;
        Reference target = names.reference(set.future());
        return frame -> Cast.to(Future.class, target.get(frame), "set_exception")
                .setException(Errors.make(set.error()));
    }

    @SuppressWarnings("unchecked")
    private static Future<Object> future(@Nullable Object target) {
        return (Future<Object>) Cast.to(Future.class, target, "set_result");
    }

    private Instruction spawn(TaskOperation.Spawn spawn) {
        Evaluation coroutine = new Awaitables(compiler, names).call(spawn.call());
        Reference as = names.target(spawn.as());
        TaskOperation.SpawnOptions given = spawn.options();
        TaskOptions options = new TaskOptions(given.name(), null, given.eagerStart());
        if (given.group() == null) {
            return frame -> {
                Coroutine<?> body = (Coroutine<?>) coroutine.in(frame);
                checkArguments("create_task", options);
                as.set(frame, SimLoop.running().createTask(body, options));
            };
        }
        Reference group = names.reference(given.group());
        return frame -> {
            TaskGroup holder = Cast.to(TaskGroup.class, group.get(frame), "create_task");
            Coroutine<?> body = (Coroutine<?>) coroutine.in(frame);
            checkArguments("TaskGroup.create_task", options);
            as.set(frame, holder.createTask(body, options));
        };
    }

    private static void checkArguments(String function, TaskOptions options) {
        if (options.eagerStart() != null
                && !SimLoop.running().python().has(EAGER_START_ARGUMENT)) {
            throw new TypeError(
                    function + "() got an unexpected keyword argument 'eager_start'");
        }
    }
}
