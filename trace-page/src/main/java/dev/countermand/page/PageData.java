package dev.countermand.page;

import dev.countermand.loop.trace.Violation;
import dev.countermand.report.Explanation;
import dev.countermand.report.Shrinkage;
import dev.countermand.report.TraceDocument;
import dev.countermand.report.TraceFile;
import dev.countermand.report.json.JsonText;
import dev.countermand.report.text.DepartureNote;
import dev.countermand.report.text.FailureReport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What stands in the page for its script to read: the trace, packed.
 *
 * <p>It is no format of its own: page and script are built together, and whoever wants to read a
 * trace reads the trace. Words that the texts of {@code reports} have too come from there.
 */
final class PageData {
    private PageData() {}

    /** JSON in ASCII that has no {@code <}, so that nothing in it can end the script element. */
    static String of(TraceFile trace) {
        TraceDocument run = trace.run();
        Explanation explanation = trace.explanation();
        Map<String, @Nullable Object> head = new LinkedHashMap<>();
        head.put("subject", subject(run.subject()));
        head.put("origin", origin(run.origin()));
        head.put("violations", violations(run.verdict().violations()));
        head.put("departures", departures(run, explanation));
        if (trace.shrinkage() != null) {
            head.put("shrinkage", shrinkage(trace.shrinkage()));
        }
        StringTable strings = new StringTable();
        StringBuilder runs = new StringBuilder(PackedRun.toJson(run, strings));
        if (explanation != null) {
            head.put("summary", DepartureNote.summary(explanation));
            if (explanation.nearest() != null) {
                Explanation.NearestRun nearest = explanation.nearest();
                head.put("nearest", StringTable.cut(DepartureNote.change(run, nearest)));
                runs.append(",\n").append(PackedRun.toJson(nearest.run(), strings));
            }
        }
        String json = "{\"head\":" + JsonText.writeRecord(head)
                + ",\n\"runs\":[" + runs + "],\n\"strings\":" + strings.toJson() + "}";
        return json.replace("<", "\\u003c");
    }

    private static Map<String, @Nullable Object> subject(TraceDocument.Subject subject) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("name", StringTable.cut(subject.name()));
        fields.put("file", subject.file() == null ? null : StringTable.cut(subject.file()));
        return fields;
    }

    /** The seed is text, as the numbers of JavaScript have no 64 bits. */
    private static Map<String, Object> origin(TraceDocument.Origin origin) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("seed", String.valueOf(origin.seed()));
        fields.put("strategy", StringTable.cut(origin.strategy()));
        fields.put("orders", origin.orders());
        fields.put("python", StringTable.cut(origin.python()));
        return fields;
    }

    private static List<Object> violations(List<Violation> violations) {
        List<Object> all = new ArrayList<>();
        for (Violation violation : violations) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("step", violation.step());
            fields.put("at", violation.nanos());
            fields.put("kind", violation.kind().label());
            fields.put("headline", StringTable.cut(FailureReport.headline(violation)));
            fields.put("waiting", violation.waiting().stream().map(PageData::waiting).toList());
            all.add(fields);
        }
        return all;
    }

    private static Map<String, @Nullable Object> waiting(Violation.Waiting waiting) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("task", StringTable.cut(waiting.task()));
        fields.put("on", StringTable.cut(waiting.on()));
        fields.put("where", waiting.where() == null ? null : StringTable.cut(waiting.where()));
        return fields;
    }

    private static List<Object> departures(
            TraceDocument run, @Nullable Explanation explanation) {
        List<Object> all = new ArrayList<>();
        for (DepartureNote note : DepartureNote.of(run, explanation)) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("choice", note.choice());
            fields.put("place", note.place());
            fields.put("words", note.words());
            List<Object> trials = new ArrayList<>();
            for (DepartureNote.Trial trial : note.trials()) {
                trials.add(List.of(trial.change(), trial.verdict().label()));
            }
            fields.put("trials", trials);
            all.add(fields);
        }
        return all;
    }

    private static Map<String, Object> shrinkage(Shrinkage shrinkage) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("before", extent(shrinkage.before()));
        fields.put("after", extent(shrinkage.after()));
        fields.put("replays", shrinkage.replays());
        return fields;
    }

    private static List<Long> extent(Shrinkage.Extent extent) {
        return List.of(extent.steps(), (long) extent.departures());
    }
}
