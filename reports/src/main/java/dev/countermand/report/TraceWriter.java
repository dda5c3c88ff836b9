package dev.countermand.report;

import dev.countermand.loop.schedule.Choice;
import dev.countermand.loop.trace.Violation;
import dev.countermand.report.json.JsonText;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Writes traces in the format {@code countermand-trace/1}: the same document, the same bytes, on
 * every JDK. {@link TraceReader} reads them back.
 */
public final class TraceWriter {
    /** What this version writes and reads. */
    static final String FORMAT = "countermand-trace/1";

    private TraceWriter() {}

    /**
     * Writes a run to a file, whole or not at all: a reader sees the old file or the new one, also
     * after a crash. Creates the folders above it.
     *
     * @throws TraceException if that fails
     */
    public static void write(Path file, TraceDocument document) {
        write(file, TraceFile.of(document));
    }

    /**
     * Writes a run and what is known of it, whole or not at all, as above.
     *
     * @throws TraceException if that fails
     */
    public static void write(Path file, TraceFile trace) {
        ReportFile.write(file, toJson(trace));
    }

    /** The run as JSON text, in ASCII, with one choice, one violation and one event a line. */
    public static String toJson(TraceDocument document) {
        return toJson(TraceFile.of(document));
    }

    /** The same with what is known of the run behind it, one departure a line. */
    public static String toJson(TraceFile trace) {
        StringBuilder out = new StringBuilder("{\"format\":\"" + FORMAT + "\",\n");
        appendRun(out, trace.run());
        if (trace.shrinkage() != null) {
            out.append(",\n\"shrinkage\":").append(ExplanationForm.write(trace.shrinkage()));
        }
        if (trace.explanation() != null) {
            out.append(",\n\"explanation\":");
            ExplanationForm.append(out, trace.explanation());
        }
        return out.append("}\n").toString();
    }

    /** The fields of a run. */
    static void appendRun(StringBuilder out, TraceDocument document) {
        out.append("\"subject\":").append(subject(document.subject())).append(",\n");
        out.append("\"origin\":").append(origin(document.origin())).append(",\n");
        TraceDocument.RunVerdict verdict = document.verdict();
        out.append("\"verdict\":{\"steps\":").append(verdict.steps())
                .append(",\"at\":").append(verdict.nanos()).append(",\"violations\":");
        appendLines(out, verdict.violations(), TraceWriter::violation);
        out.append("},\n\"choices\":");
        appendLines(out, document.choices(), TraceWriter::choice);
        out.append(",\n\"events\":");
        appendLines(out, document.events(), EventForm::write);
    }

    static <T> void appendLines(
            StringBuilder out, List<T> items, Function<T, String> toText) {
        String separator = "\n";
        out.append('[');
        for (T item : items) {
            out.append(separator).append(toText.apply(item));
            separator = ",\n";
        }
        out.append(items.isEmpty() ? "]" : "\n]");
    }

    private static String subject(TraceDocument.Subject subject) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("name", subject.name());
        if (subject.file() != null) {
            fields.put("file", subject.file());
        }
        if (subject.sha256() != null) {
            fields.put("sha256", subject.sha256());
        }
        return JsonText.writeRecord(fields);
    }

    private static String origin(TraceDocument.Origin origin) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("seed", origin.seed());
        fields.put("strategy", origin.strategy());
        fields.put("orders", origin.orders());
        fields.put("python", origin.python());
        fields.put("step-limit", origin.stepLimit());
        return JsonText.writeRecord(fields);
    }

    static String violation(Violation violation) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("step", violation.step());
        fields.put("at", violation.nanos());
        fields.put("kind", violation.kind().label());
        fields.put("message", violation.message());
        fields.put("waiting", violation.waiting().stream().map(TraceWriter::waiting).toList());
        return JsonText.writeRecord(fields);
    }

    private static Map<String, String> waiting(Violation.Waiting waiting) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("task", waiting.task());
        fields.put("on", waiting.on());
        if (waiting.where() != null) {
            fields.put("where", waiting.where());
        }
        return fields;
    }

    static String choice(Choice choice) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("step", choice.step());
        fields.put("kind", choice.kind().label());
        fields.put("label", choice.label());
        fields.put("bound", choice.bound());
        fields.put("picked", choice.picked());
        fields.put("pick", choice.pick());
        fields.put("nth", choice.nth());
        return JsonText.writeRecord(fields);
    }
}
