package dev.countermand.report.text;

import dev.countermand.loop.trace.TraceEvent;
import dev.countermand.report.json.AsciiText;
import dev.countermand.report.json.JsonText;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The phrases of the table's cells. All of them are printable ASCII. */
final class EventWords {
    /** How a phrase about a cancellation begins. */
    static final String CANCEL = "cancelled by ";

    /** How the phrase of a task's own end begins, when it came without its value. */
    static final String RETURNS = "returns";

    private static final int LONGEST_NAME = 40;
    private static final int LONGEST_TEXT = 200;

    private EventWords() {}

    static String name(String name) {
        return AsciiText.cut(name, LONGEST_NAME);
    }

    static String awaits(TraceEvent.Awaited event) {
        return waits("awaits ", event.on());
    }

    /** What a task waits for, after its name. */
    static String waitsFor(String on) {
        return waits("for ", on);
    }

    private static String waits(String verb, String what) {
        String on = text(VirtualTime.inWords(what));
        return on.startsWith("sleep until ") ? on.replaceFirst("sleep", "sleeps") : verb + on;
    }

    static String woken(TraceEvent.Woken event) {
        return "(woken" + (event.by() == null ? "" : " by " + name(event.by())) + ")";
    }

    /** Who cancelled: the outermost scope, and the task that was behind it. */
    static String cancelled(TraceEvent.Cancelled event) {
        String by = event.by();
        if (event.chain().isEmpty()) {
            return CANCEL + (by == null ? "the host" : name(by));
        }
        return CANCEL + name(event.chain().get(event.chain().size() - 1));
    }

    /**
     * What a part of the program said.
     *
     * @param task the running task, null if none runs
     */
    static String logged(TraceEvent.Logged event, @Nullable String task) {
        Map<String, @Nullable Object> fields = event.fields();
        String in = event.in();
        String who = in == null || in.equals(task) ? "" : name(in) + " ";
        return switch (event.event()) {
            case "start" -> who + "starts";
            case "end" -> who + ended(fields);
            case "log" -> said(string(fields.get("text")))
                    + (fields.containsKey("value") ? " = " + value(fields.get("value")) : "");
            case "violation" -> text(string(fields.get("message"))) + " !";
            case "handler" -> "exception handler: " + text(string(fields.get("message")));
            default -> fields.get("outcome") instanceof String
                    ? text(event.event()) + " " + ended(fields)
                    : text(event.event()) + (fields.isEmpty() ? "" : " " + value(fields));
        };
    }

    private static String said(String text) {
        return text.isEmpty() ? "\"\"" : text(text);
    }

    private static String ended(Map<String, @Nullable Object> fields) {
        String outcome = string(fields.get("outcome"));
        return switch (outcome) {
            case "returned" -> fields.get("value") == null
                    ? RETURNS
                    : RETURNS + " " + value(fields.get("value"));
            case "raised" -> raised(fields);
            default -> "ends " + text(outcome);
        };
    }

    private static String raised(Map<String, @Nullable Object> fields) {
        Object error = fields.get("error");
        Object type = error instanceof Map<?, ?> group ? group.get("type") : error;
        String text = string(fields.get("text"));
        return "raises " + text(string(type)) + (text.isEmpty() ? "" : ": " + text(text));
    }

    static String ended(TraceEvent.Outcome outcome) {
        return switch (outcome) {
            case RETURNED -> RETURNS;
            case RAISED -> "raises";
            case CANCELLED -> "ends cancelled";
        };
    }

    static String text(String text) {
        return AsciiText.cut(text, LONGEST_TEXT);
    }

    private static String value(@Nullable Object value) {
        return text(value instanceof String text ? '"' + text + '"' : JsonText.write(value));
    }

    private static String string(@Nullable Object value) {
        return value == null ? "" : Objects.toString(value);
    }
}
