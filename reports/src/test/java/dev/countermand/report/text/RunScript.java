package dev.countermand.report.text;

import dev.countermand.loop.schedule.Choice;
import dev.countermand.loop.schedule.ChoiceKind;
import dev.countermand.loop.trace.TraceEvent;
import dev.countermand.loop.trace.TraceEvent.Outcome;
import dev.countermand.loop.trace.TraceEvent.Stamp;
import dev.countermand.loop.trace.Violation;
import dev.countermand.report.TraceDocument;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes down a run by hand, in the order in which the loop records one. */
final class RunScript {
    private final String name;
    private final List<Choice> choices = new ArrayList<>();
    private final List<TraceEvent> events = new ArrayList<>();
    private final List<Violation> violations = new ArrayList<>();
    private String orders = "legal";
    private @Nullable String actor;
    private long step;
    private long nanos;

    RunScript(String name) {
        this.name = name;
    }

    private Stamp stamp() {
        return new Stamp(step, nanos);
    }

    RunScript adversarial() {
        orders = "adversarial";
        return this;
    }

    /** Tasks are created by the one that runs, or by the host. */
    RunScript creates(String... tasks) {
        for (String task : tasks) {
            events.add(new TraceEvent.Scheduled(stamp(), task, actor, null));
        }
        return this;
    }

    RunScript ran(String what) {
        step++;
        actor = what;
        events.add(new TraceEvent.Ran(stamp(), what));
        return this;
    }

    RunScript at(long millis) {
        long before = nanos;
        nanos = millis * 1_000_000;
        events.add(new TraceEvent.Advanced(stamp(), before));
        return this;
    }

    RunScript awaits(String task, String on) {
        events.add(new TraceEvent.Awaited(stamp(), task, on, "/coroutines/" + task + "/2"));
        return this;
    }

    RunScript wakes(String... tasks) {
        for (String task : tasks) {
            events.add(new TraceEvent.Woken(stamp(), task, actor));
        }
        return this;
    }

    RunScript cancels(String task, @Nullable String message, String... chain) {
        events.add(new TraceEvent.Cancelled(stamp(), task, message, actor, List.of(chain)));
        return this;
    }

    RunScript says(String text) {
        return logged(actor, "log", Map.of("text", text));
    }

    RunScript says(String text, Object value) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("text", text);
        fields.put("value", value);
        return logged(actor, "log", fields);
    }

    RunScript starts() {
        return logged(actor, "start", Map.of());
    }

    RunScript returns(Object value) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("outcome", "returned");
        fields.put("value", value);
        return logged(actor, "end", fields).ended(Outcome.RETURNED);
    }

    RunScript raises(String error, String text) {
        return logged(actor, "end", raised(error, text)).ended(Outcome.RAISED);
    }

    RunScript endsCancelled() {
        return logged(actor, "end", Map.of("outcome", "cancelled")).ended(Outcome.CANCELLED);
    }

    private RunScript ended(Outcome outcome) {
        events.add(new TraceEvent.Ended(stamp(), actor == null ? "" : actor, outcome));
        return this;
    }

    RunScript hostRaised(String operation, String error) {
        actor = null;
        return logged(null, operation, raised(error, ""));
    }

    private static Map<String, Object> raised(String error, String text) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("outcome", "raised");
        fields.put("error", error);
        fields.put("text", text);
        return fields;
    }

    private RunScript logged(@Nullable String in, String event, Map<String, Object> fields) {
        events.add(new TraceEvent.Logged(stamp(), in, event, new LinkedHashMap<>(fields)));
        return this;
    }

    RunScript chose(ChoiceKind kind, String label, int bound, int picked) {
        return chose(kind, label, bound, picked, Integer.toString(picked));
    }

    RunScript chose(ChoiceKind kind, String label, int bound, int picked, String words) {
        choices.add(new Choice(step, kind, label,
                new Choice.Answer(picked, bound, words, 1)));
        return this;
    }

    /** A violation that is an event as well. */
    RunScript violates(Violation.Kind kind, String message) {
        violation(kind, message);
        return logged(kind == Violation.Kind.CHECK ? actor : null, "violation",
                Map.of("message", message));
    }

    /** A violation that decides the verdict only. */
    RunScript violation(Violation.Kind kind, String message, Violation.Waiting... waiting) {
        violations.add(new Violation(kind, message, step, nanos, List.of(waiting)));
        return this;
    }

    TraceDocument document() {
        return new TraceDocument(
                new TraceDocument.Subject(name, name + ".scenario.json", null),
                new TraceDocument.Origin(24301, "random", orders, "3.14", 10_000),
                choices,
                events,
                new TraceDocument.RunVerdict(violations, step, nanos));
    }
}
