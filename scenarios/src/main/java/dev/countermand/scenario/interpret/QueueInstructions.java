package dev.countermand.scenario.interpret;

import static dev.countermand.loop.VersionDifference.QUEUE_SHUTDOWN;

import dev.countermand.loop.sync.Queue;
import dev.countermand.scenario.model.QueueOperation;
import dev.countermand.scenario.value.Errors;
import org.jspecify.annotations.Nullable;

/** Compiles the operations on queues. */
final class QueueInstructions {
    private QueueInstructions() {}

    static Instruction compile(QueueOperation operation, Names names) {
        Reference on = names.reference(operation.queue());
        if (operation instanceof QueueOperation.Put put) {
            Evaluation value = Expressions.compile(put.value(), names);
            return frame -> {
                Queue<Object> queue = queue(on.get(frame), "put");
                frame.await(queue.put(value.in(frame)), Continuation.IGNORE);
            };
        }
        if (operation instanceof QueueOperation.Get get) {
            Continuation then = names.target(get.as())::set;
            return frame -> frame.await(queue(on.get(frame), "get").get(), then);
        }
        if (operation instanceof QueueOperation.Join) {
            return frame -> frame.await(
                    queue(on.get(frame), "join").join(), Continuation.IGNORE);
        }
        return compileImmediate(operation, on, names);
    }

    private static Instruction compileImmediate(
            QueueOperation operation, Reference on, Names names) {
        if (operation instanceof QueueOperation.PutNowait put) {
            Evaluation value = Expressions.compile(put.value(), names);
            return frame -> {
                Queue<Object> queue = queue(on.get(frame), "put_nowait");
                queue.putNowait(value.in(frame));
            };
        }
        if (operation instanceof QueueOperation.GetNowait get) {
            Reference as = names.target(get.as());
            return frame -> as.set(frame, queue(on.get(frame), "get_nowait").getNowait());
        }
        if (operation instanceof QueueOperation.TaskDone) {
            return frame -> queue(on.get(frame), "task_done").taskDone();
        }
        QueueOperation.Shutdown shutdown = (QueueOperation.Shutdown) operation;
        return frame -> {
            Queue<Object> queue = queue(on.get(frame), "shutdown");
            if (!frame.world.simulation().python().has(QUEUE_SHUTDOWN)) {
                throw Errors.noAttribute(queue, "shutdown");
            }
            queue.shutdown(shutdown.immediate());
        };
    }

    @SuppressWarnings("unchecked")
    private static Queue<Object> queue(@Nullable Object value, String method) {
        return (Queue<Object>) Cast.to(Queue.class, value, method);
    }
}
