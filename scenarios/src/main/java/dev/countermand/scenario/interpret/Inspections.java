package dev.countermand.scenario.interpret;

import dev.countermand.loop.Future;
import dev.countermand.loop.SimLoop;
import dev.countermand.loop.Task;
import dev.countermand.loop.error.NamedError;
import dev.countermand.loop.sync.Barrier;
import dev.countermand.loop.sync.Condition;
import dev.countermand.loop.sync.Event;
import dev.countermand.loop.sync.Lock;
import dev.countermand.loop.sync.Queue;
import dev.countermand.loop.sync.Semaphore;
import dev.countermand.scenario.model.Inspection;
import dev.countermand.scenario.value.Errors;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Compiles the expressions that ask an object something. */
final class Inspections {
    private Inspections() {}

    static Evaluation compile(Inspection inspection, Names names) {
        if (inspection instanceof Inspection.LoopTime) {
            return frame -> Seconds.now(loopOf(frame));
        }
        if (inspection instanceof Inspection.CurrentTaskName) {
            return frame -> {
                Task<?> task = loopOf(frame).currentTask();
                return task == null ? null : task.name();
            };
        }
        if (inspection instanceof Inspection.AllTaskNames) {
            return frame -> {
                List<@Nullable Object> all = new ArrayList<>();
                loopOf(frame).allTasks().stream()
                        .map(task -> task.name())
                        .sorted()
                        .forEach(all::add);
                return all;
            };
        }
        Evaluation ofFuture = compileFuture(inspection, names);
        return ofFuture != null ? ofFuture : compileObject(inspection, names);
    }

    private static SimLoop loopOf(Frame frame) {
        SimLoop running = SimLoop.runningOrNull();
        return running != null ? running : SimLoop.running();
    }

    private static @Nullable Evaluation compileFuture(Inspection inspection, Names names) {
        if (inspection instanceof Inspection.Done done) {
            return ask(names, done.task(), Future.class, "done", future -> future.isDone());
        }
        if (inspection instanceof Inspection.Cancelled cancelled) {
            return ask(names, cancelled.task(), Future.class, "cancelled",
                    future -> future.isCancelled());
        }
        if (inspection instanceof Inspection.Cancelling cancelling) {
            return ask(names, cancelling.task(), Task.class, "cancelling",
                    task -> (long) task.cancelling());
        }
        if (inspection instanceof Inspection.Result result) {
            return ask(names, result.future(), Future.class, "result", future -> future.result());
        }
        if (inspection instanceof Inspection.ExceptionOf exception) {
            return ask(names, exception.future(), Future.class, "exception", future -> {
                Throwable error = future.exception();
                return error == null ? null : NamedError.of(error);
            });
        }
        if (inspection instanceof Inspection.TaskName name) {
            return ask(names, name.task(), Task.class, "get_name", task -> task.name());
        }
        return null;
    }

    private static Evaluation compileObject(Inspection inspection, Names names) {
        if (inspection instanceof Inspection.NameOfError name) {
            return ask(names, name.error(), Throwable.class, "error_name", NamedError::of);
        }
        if (inspection instanceof Inspection.TextOfError text) {
            return ask(names, text.error(), Throwable.class, "error_text", NamedError::textOf);
        }
        if (inspection instanceof Inspection.Locked locked) {
            return ask(names, locked.lock(), Object.class, "locked", Inspections::isLocked);
        }
        if (inspection instanceof Inspection.QueueSize size) {
            return ask(names, size.queue(), Queue.class, "qsize", queue -> (long) queue.size());
        }
        if (inspection instanceof Inspection.IsSet set) {
            return ask(names, set.event(), Event.class, "is_set", Event::isSet);
        }
        if (inspection instanceof Inspection.WaitingCount count) {
            return ask(names, count.barrier(), Barrier.class, "n_waiting", Barrier::waiting);
        }
        if (inspection instanceof Inspection.Expired expired) {
            return ask(names, expired.timeout(), TimeoutVariable.class, "expired",
                    variable -> variable.timeout().expired());
        }
        if (inspection instanceof Inspection.TimeoutWhen when) {
            return ask(names, when.timeout(), TimeoutVariable.class, "when",
                    TimeoutVariable::when);
        }
        Inspection.ContextValue value = (Inspection.ContextValue) inspection;
        Reference reference = names.reference(value.contextvar());
        return frame -> Cast.to(SharedObject.Variable.class, reference.get(frame), "get")
                .get(frame.world);
    }

    private static Object isLocked(@Nullable Object lock) {
        if (lock instanceof Lock plain) {
            return plain.locked();
        }
        if (lock instanceof Condition condition) {
            return condition.locked();
        }
        if (lock instanceof Semaphore semaphore) {
            return semaphore.locked();
        }
        throw Errors.noAttribute(lock, "locked");
    }

    private static <T> Evaluation ask(
            Names names,
            String name,
            Class<T> type,
            String attribute,
            Function<? super T, @Nullable Object> question) {
        Reference reference = names.reference(name);
        return frame -> question.apply(Cast.to(type, reference.get(frame), attribute));
    }
}
