package dev.countermand.report.export;

import dev.countermand.loop.schedule.Choice;
import dev.countermand.loop.trace.TraceEvent;
import dev.countermand.report.TraceDocument;
import dev.countermand.report.json.AsciiText;
import dev.countermand.report.json.JsonText;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The timeline that Perfetto and Chrome's tracing page read: the object form of the trace-event
 * format in JSON.
 *
 * <p>A run is shown twice, as two processes: over its steps, one millisecond each, where all steps
 * can be told apart; and over its virtual time, where it shows how long tasks wait. In the first,
 * arrows lead from who wakes or cancels a task to the step in which the task goes on.
 */
public final class PerfettoTrace {
    private static final int STEPS = 1;
    private static final int TIME = 2;
    private static final long STEP_MICROS = 1_000;
    private static final double NANOS_PER_MICRO = 1_000;

    private final TraceDocument document;
    private final Map<String, Integer> lanes = new LinkedHashMap<>();
    private final StringBuilder out = new StringBuilder(
            "{\"displayTimeUnit\":\"ms\",\"traceEvents\":[");
    private final Map<String, TraceEvent.Awaited> waiting = new LinkedHashMap<>();
    private final Map<String, Arrow> arrows = new LinkedHashMap<>();
    private final Set<Integer> waited = new TreeSet<>();
    private int arrowsDrawn;

    /** Where an arrow begins: it is drawn once it is known where it ends. */
    private record Arrow(int lane, long at) {}

    private PerfettoTrace(TraceDocument document) {
        this.document = document;
    }

    /**
     * The timeline of a run.
     *
     * @return JSON in ASCII
     */
    public static String of(TraceDocument document) {
        return new PerfettoTrace(document).write();
    }

    private String write() {
        metadata("process_name", STEPS, 0, "over steps (1 ms each)");
        metadata("process_name", TIME, 0, "over virtual time");
        document.events().forEach(this::add);
        document.choices().stream().filter(Choice::departs).forEach(this::choice);
        document.verdict().violations().forEach(violation -> instant(STEPS, 0,
                micros(violation.step()),
                violation.kind().label() + ": " + text(violation.message()), "g"));
        lanes.forEach((name, lane) -> {
            metadata("thread_name", STEPS, lane, text(name));
            // Most lanes never wait, and would be empty over time.
            if (waited.contains(lane)) {
                metadata("thread_name", TIME, lane, text(name));
            }
        });
        return out.append("\n]}\n").toString();
    }

    private int lane(@Nullable String task) {
        return lanes.computeIfAbsent(task == null ? "host" : task, name -> lanes.size() + 1);
    }

    private void add(TraceEvent event) {
        long at = micros(event.stamp().step());
        if (event instanceof TraceEvent.Ran ran) {
            Map<String, @Nullable Object> slice = slice(STEPS, lane(ran.what()), "runs", at);
            slice.put("dur", STEP_MICROS);
            append(slice);
            endArrow(ran.what(), at);
        } else if (event instanceof TraceEvent.Awaited awaited) {
            waiting.put(awaited.task(), awaited);
        } else if (event instanceof TraceEvent.Woken woken) {
            endWait(woken.task(), event);
            beginArrow(woken.task(), woken.by(), at);
        } else if (event instanceof TraceEvent.Cancelled cancelled) {
            instant(STEPS, lane(cancelled.task()), at, "cancelled by "
                    + text(String.join(" -> ", cancelled.chain())), "t");
            beginArrow(cancelled.task(), cancelled.by(), at);
        } else if (event instanceof TraceEvent.Ended ended) {
            endWait(ended.task(), event);
            instant(STEPS, lane(ended.task()), at,
                    "ends " + ended.outcome().name().toLowerCase(Locale.ROOT), "t");
        } else if (event instanceof TraceEvent.Logged logged) {
            instant(STEPS, lane(logged.in()), at, text(logged.event()), "t");
        }
    }

    /** A wait over virtual time. */
    private void endWait(String task, TraceEvent end) {
        TraceEvent.Awaited began = waiting.remove(task);
        if (began != null) {
            long from = began.stamp().nanos();
            Map<String, @Nullable Object> slice = slice(
                    TIME, lane(task), text(began.on()), from / NANOS_PER_MICRO);
            // A second loop of the same run begins at 0 again.
            slice.put("dur", Math.max(0, end.stamp().nanos() - from) / NANOS_PER_MICRO);
            if (began.where() != null) {
                slice.put("args", Map.of("where", text(began.where())));
            }
            append(slice);
            waited.add(lane(task));
        }
    }

    /** An arrow that ends at the next step of a task; of several causes the first counts. */
    private void beginArrow(String task, @Nullable String by, long at) {
        if (by != null) {
            arrows.putIfAbsent(task, new Arrow(lane(by), at));
        }
    }

    private void endArrow(String task, long at) {
        Arrow arrow = arrows.remove(task);
        if (arrow != null) {
            arrowsDrawn++;
            flow("s", arrow.lane, arrow.at);
            flow("f", lane(task), at);
        }
    }

    private void choice(Choice choice) {
        instant(STEPS, 0, micros(choice.step()),
                choice.kind().label() + ": " + text(choice.pick()), "p");
    }

    private static Map<String, @Nullable Object> slice(
            int process, int lane, String name, Number at) {
        Map<String, @Nullable Object> event = event("X", process, lane, at);
        event.put("name", name);
        return event;
    }

    private void instant(int process, int lane, Number at, String name, String scope) {
        Map<String, @Nullable Object> event = event("i", process, lane, at);
        event.put("name", name);
        event.put("s", scope);
        append(event);
    }

    private void flow(String phase, int lane, long at) {
        Map<String, @Nullable Object> event = event(phase, STEPS, lane, at);
        event.put("name", "leads to");
        event.put("cat", "cause");
        event.put("id", arrowsDrawn);
        if (phase.equals("f")) {
            event.put("bp", "e");
        }
        append(event);
    }

    private void metadata(String name, int process, int lane, String value) {
        Map<String, @Nullable Object> event = event("M", process, lane, 0);
        event.put("name", name);
        event.put("args", Map.of("name", value));
        append(event);
    }

    private static Map<String, @Nullable Object> event(
            String phase, int process, int lane, Number at) {
        Map<String, @Nullable Object> event = new LinkedHashMap<>();
        event.put("ph", phase);
        event.put("pid", process);
        event.put("tid", lane);
        event.put("ts", at);
        return event;
    }

    /** Events are written at once, each on a line of its own: a long run has millions of them. */
    private void append(Map<String, @Nullable Object> event) {
        out.append(out.charAt(out.length() - 1) == '[' ? "\n" : ",\n")
                .append(JsonText.writeRecord(event));
    }

    /** Where a step lies; a file may name steps that no run reaches. */
    private static long micros(long step) {
        return Math.min(step, Long.MAX_VALUE / STEP_MICROS - 1) * STEP_MICROS;
    }

    private static String text(String text) {
        return AsciiText.cut(text, 200);
    }
}
