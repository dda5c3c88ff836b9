package dev.countermand.report;

import dev.countermand.loop.trace.TraceEvent;
import dev.countermand.loop.trace.TraceEvent.Stamp;
import dev.countermand.report.json.JsonPlace;
import dev.countermand.report.json.JsonText;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How the events of a trace stand in its file: one kind of event, one case here and one there. */
final class EventForm {
    private EventForm() {}

    static String write(TraceEvent event) {
        Map<String, @Nullable Object> line = new LinkedHashMap<>();
        line.put("step", event.stamp().step());
        line.put("at", event.stamp().nanos());
        line.put("kind", kindOf(event));
        if (event instanceof TraceEvent.Logged logged) {
            putUnlessNull(line, "in", logged.in());
            line.put("event", logged.event());
            String head = JsonText.writeRecord(line);
            return head.substring(0, head.length() - 1)
                    + ",\"fields\":" + JsonText.write(logged.fields()) + "}";
        }
        putFields(line, event);
        return JsonText.writeRecord(line);
    }

    /** The event's word, in files and in messages. */
    static String kindOf(TraceEvent event) {
        if (event instanceof TraceEvent.Scheduled) {
            return "scheduled";
        } else if (event instanceof TraceEvent.Ran) {
            return "ran";
        } else if (event instanceof TraceEvent.Awaited) {
            return "awaited";
        } else if (event instanceof TraceEvent.Woken) {
            return "woken";
        } else if (event instanceof TraceEvent.Cancelled) {
            return "cancelled";
        } else if (event instanceof TraceEvent.Advanced) {
            return "advanced";
        }
        return event instanceof TraceEvent.Ended ? "ended" : "logged";
    }

    private static void putFields(Map<String, @Nullable Object> line, TraceEvent event) {
        if (event instanceof TraceEvent.Scheduled scheduled) {
            line.put("what", scheduled.what());
            putUnlessNull(line, "by", scheduled.by());
            putUnlessNull(line, "due", scheduled.dueNanos());
        } else if (event instanceof TraceEvent.Ran ran) {
            line.put("what", ran.what());
        } else if (event instanceof TraceEvent.Awaited awaited) {
            line.put("task", awaited.task());
            line.put("on", awaited.on());
            putUnlessNull(line, "where", awaited.where());
        } else if (event instanceof TraceEvent.Woken woken) {
            line.put("task", woken.task());
            putUnlessNull(line, "by", woken.by());
        } else if (event instanceof TraceEvent.Cancelled cancelled) {
            line.put("task", cancelled.task());
            putUnlessNull(line, "message", cancelled.message());
            putUnlessNull(line, "by", cancelled.by());
            line.put("chain", cancelled.chain());
        } else if (event instanceof TraceEvent.Advanced advanced) {
            line.put("from", advanced.fromNanos());
        } else if (event instanceof TraceEvent.Ended ended) {
            line.put("task", ended.task());
            line.put("outcome", ended.outcome().label());
        }
    }

    private static void putUnlessNull(
            Map<String, @Nullable Object> line, String field, @Nullable Object value) {
        if (value != null) {
            line.put(field, value);
        }
    }

    static TraceEvent read(JsonPlace at) {
        Stamp stamp = new Stamp(
                at.at("step").integer(0, Long.MAX_VALUE), at.at("at").integer(0, Long.MAX_VALUE));
        JsonPlace kind = at.at("kind");
        return switch (kind.text()) {
            case "scheduled" -> {
                JsonPlace due = only(at, "what", "by", "due").atOrNull("due");
                yield new TraceEvent.Scheduled(stamp, at.at("what").text(), at.textOrNull("by"),
                        due == null ? null : due.integer());
            }
            case "ran" -> new TraceEvent.Ran(stamp, only(at, "what").at("what").text());
            case "awaited" -> new TraceEvent.Awaited(stamp, only(at, "task", "on", "where")
                    .at("task").text(), at.at("on").text(), at.textOrNull("where"));
            case "woken" -> new TraceEvent.Woken(
                    stamp, only(at, "task", "by").at("task").text(), at.textOrNull("by"));
            case "cancelled" -> new TraceEvent.Cancelled(stamp,
                    only(at, "task", "message", "by", "chain").at("task").text(),
                    at.textOrNull("message"), at.textOrNull("by"), at.at("chain").texts());
            case "advanced" -> new TraceEvent.Advanced(
                    stamp, only(at, "from").at("from").integer(0, Long.MAX_VALUE));
            case "ended" -> new TraceEvent.Ended(stamp, only(at, "task", "outcome")
                    .at("task").text(), outcome(at.at("outcome")));
            case "logged" -> new TraceEvent.Logged(stamp,
                    only(at, "in", "event", "fields").textOrNull("in"),
                    at.at("event").text(), at.at("fields").map());
            default -> throw kind.wrong("a kind of event (scheduled, ran, awaited, woken,"
                    + " cancelled, advanced, logged, ended)");
        };
    }

    private static JsonPlace only(JsonPlace at, String... fields) {
        String[] all = new String[fields.length + 3];
        all[0] = "step";
        all[1] = "at";
        all[2] = "kind";
        System.arraycopy(fields, 0, all, 3, fields.length);
        return at.onlyWith(all);
    }

    private static TraceEvent.Outcome outcome(JsonPlace at) {
        return Words.find(at, TraceEvent.Outcome.values(), TraceEvent.Outcome::label);
    }
}
