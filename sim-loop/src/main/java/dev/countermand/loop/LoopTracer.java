package dev.countermand.loop;

import dev.countermand.loop.trace.TraceEvent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Turns what a loop does into trace events. A loop that is not traced has none. */
final class LoopTracer {
    private final SimLoop loop;
    private final Consumer<TraceEvent> sink;
    private final Deque<String> scopes = new ArrayDeque<>();
    private @Nullable Handle current;

    private LoopTracer(SimLoop loop, Consumer<TraceEvent> sink) {
        this.loop = loop;
        this.sink = sink;
    }

    /** The tracer of a loop; null if its simulation is not traced. */
    static @Nullable LoopTracer of(SimLoop loop) {
        Consumer<TraceEvent> sink = loop.simulation().traceSink();
        return sink == null ? null : new LoopTracer(loop, sink);
    }

    private TraceEvent.Stamp stamp() {
        return new TraceEvent.Stamp(loop.simulation().steps(), loop.nanos());
    }

    /** Who acts now: the running task, the running callback, or null for the host. */
    private @Nullable String actor() {
        Task<?> task = loop.currentTask();
        if (task != null) {
            return task.name();
        }
        return loop.isRunning() && current != null ? current.describe() : null;
    }

    void ran(Handle handle) {
        current = handle;
        sink.accept(new TraceEvent.Ran(stamp(), handle.describe()));
    }

    /** The step is over: what happens until the next one is nobody's doing in the loop. */
    void rested() {
        current = null;
    }

    void scheduled(Handle handle) {
        if (handle instanceof TaskWakeup) {
            sink.accept(new TraceEvent.Woken(stamp(), handle.describe(), actor()));
        } else {
            Long due = handle instanceof TimerHandle timer ? timer.deadlineNanos() : null;
            sink.accept(new TraceEvent.Scheduled(stamp(), handle.describe(), actor(), due));
        }
    }

    void advanced(long fromNanos) {
        sink.accept(new TraceEvent.Advanced(stamp(), fromNanos));
    }

    void awaited(Task<?> task, Future<?> future) {
        sink.accept(new TraceEvent.Awaited(
                stamp(), task.name(), future.describe(), task.coroutine().where()));
    }

    void cancelled(Task<?> task, @Nullable String message) {
        sink.accept(new TraceEvent.Cancelled(stamp(), task.name(), message, actor(), chain()));
    }

    void ended(Task<?> task) {
        TraceEvent.Outcome outcome = task.isCancelled()
                ? TraceEvent.Outcome.CANCELLED
                : task.isFailed() ? TraceEvent.Outcome.RAISED : TraceEvent.Outcome.RETURNED;
        sink.accept(new TraceEvent.Ended(stamp(), task.name(), outcome));
    }

    /** Runs an action inside a named scope: cancellations it makes came through that scope. */
    void within(String scope, Runnable action) {
        scopes.addLast(scope);
        try {
            action.run();
        } finally {
            scopes.removeLast();
        }
    }

    private List<String> chain() {
        return Collections.unmodifiableList(new ArrayList<>(scopes));
    }
}
