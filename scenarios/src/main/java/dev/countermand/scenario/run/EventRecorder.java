package dev.countermand.scenario.run;

import dev.countermand.loop.ExceptionReport;
import dev.countermand.loop.error.CancelledError;
import dev.countermand.loop.error.NamedError;
import dev.countermand.loop.error.RunAborted;
import dev.countermand.loop.error.RuntimeWarning;
import dev.countermand.loop.trace.TraceEvent;
import dev.countermand.loop.trace.Violation;
import dev.countermand.scenario.interpret.Events;
import dev.countermand.scenario.interpret.Frame;
import dev.countermand.scenario.interpret.World;
import dev.countermand.scenario.value.Errors;
import dev.countermand.scenario.value.Values;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Turns what a scenario does into its events, and collects the violations.
 *
 * <p>Without a sink only the violations are kept, so that runs that nobody looks at stay fast.
 */
final class EventRecorder implements Events {
    private final @Nullable Consumer<? super TraceEvent.Logged> sink;
    private final List<Violation> violations = new ArrayList<>();
    private @Nullable World world;

    EventRecorder(@Nullable Consumer<? super TraceEvent.Logged> sink) {
        this.sink = sink;
    }

    void setWorld(World recorded) {
        world = recorded;
    }

    List<Violation> violations() {
        return violations;
    }

    @Override
    public void started(Frame frame) {
        if (sink != null) {
            emit(frame.name(), "start", Map.of());
        }
    }

    @Override
    public void returned(Frame frame, @Nullable Object value) {
        if (sink != null) {
            emit(frame.name(), "end", returned(value));
        }
    }

    @Override
    public void raised(Frame frame, Throwable error) {
        if (sink != null) {
            emit(frame.name(), "end", raised(error));
        }
    }

    @Override
    public void logged(
            @Nullable String label, String text, @Nullable Object value, boolean given) {
        if (sink != null) {
            Map<String, @Nullable Object> fields = new LinkedHashMap<>();
            fields.put("text", text);
            if (given) {
                fields.put("value", Values.show(value));
            }
            emit(label, "log", fields);
        }
    }

    @Override
    public void violated(@Nullable String label, String message) {
        violated(label, Violation.Kind.CHECK, message);
    }

    void violated(@Nullable String label, Violation.Kind kind, String message) {
        add(kind, message, List.of());
        if (sink != null) {
            Map<String, @Nullable Object> fields = new LinkedHashMap<>();
            fields.put("message", message);
            emit(label, "violation", fields);
        }
    }

    /** Notes a violation that is no event: it decides the verdict only. */
    void add(Violation.Kind kind, String message, List<Violation.Waiting> waiting) {
        violations.add(new Violation(
                kind, message, world.simulation().steps(), world.nanos(), waiting));
    }

    void hostReturned(String operation, @Nullable Object value) {
        if (sink != null) {
            emit(null, operation, returned(value));
        }
    }

    void hostRaised(String operation, Throwable error) {
        if (sink != null) {
            emit(null, operation, raised(error));
        }
    }

    /** A report to the exception handler; not those that a garbage collector would time. */
    void handled(ExceptionReport report) {
        boolean timedByCollector = report.message().endsWith("exception was never retrieved")
                || report.message().equals("Task was destroyed but it is pending!")
                || report.exception() instanceof RuntimeWarning;
        if (sink != null && !timedByCollector) {
            Map<String, @Nullable Object> fields = new LinkedHashMap<>();
            fields.put("message", Errors.shorten(report.message()));
            Throwable error = report.exception();
            fields.put("error", error == null ? null : Errors.form(error));
            emit(world.label(), "handler", fields);
        }
    }

    private static Map<String, @Nullable Object> returned(@Nullable Object value) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("outcome", "returned");
        fields.put("value", Values.show(value));
        return fields;
    }

    private static Map<String, @Nullable Object> raised(Throwable error) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        if (error instanceof CancelledError) {
            String message = error.getMessage();
            fields.put("outcome", "cancelled");
            fields.put("message", message == null ? null : Errors.shorten(message));
            return fields;
        }
        boolean verdict = error instanceof RunAborted;
        fields.put("outcome", "raised");
        fields.put("error", Errors.form(error));
        fields.put("text", verdict ? "" : Errors.shorten(NamedError.textOf(error)));
        return fields;
    }

    private void emit(
            @Nullable String label, String event, Map<String, ? extends @Nullable Object> fields) {
        TraceEvent.Stamp stamp =
                new TraceEvent.Stamp(world.simulation().steps(), world.nanos());
        sink.accept(new TraceEvent.Logged(stamp, label, event, new LinkedHashMap<>(fields)));
    }
}
