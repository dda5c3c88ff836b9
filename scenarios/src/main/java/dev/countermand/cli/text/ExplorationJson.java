package dev.countermand.cli.text;

import dev.countermand.cli.explore.Finding;
import dev.countermand.explore.statistics.Survey;
import dev.countermand.loop.trace.Violation;
import dev.countermand.report.TraceDocument;
import dev.countermand.scenario.value.PythonJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The result of a search as one JSON object on one line. Times are in seconds. */
public final class ExplorationJson {
    private static final double NANOS_PER_SECOND = 1e9;

    private ExplorationJson() {}

    /**
     * What was searched, and how long.
     *
     * @param scenario the scenario's own name
     * @param origin the options; its seed is the base seed
     * @param searched what its runs were like
     */
    public record Search(
            String scenario, TraceDocument.Origin origin, Survey searched) {}

    /**
     * The object's text, its line ended.
     *
     * @param finding what was found, null for a clean search
     */
    public static String of(Search search, @Nullable Finding finding) {
        return PythonJson.write(fields(search, finding)) + "\n";
    }

    /** The object's members. */
    static Map<String, @Nullable Object> fields(Search search, @Nullable Finding finding) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("scenario", search.scenario());
        Survey searched = search.searched();
        fields.put("runs",
                finding == null ? searched.result().facts().runs() : finding.runs());
        fields.put("violation", finding == null ? null : violation(finding.violation()));
        fields.put("schedule", finding == null ? null : finding.schedule().toString());
        fields.put("trace", finding == null ? null : finding.trace());
        fields.put("repeat", finding == null ? null : finding.commands().repeat());
        fields.put("replay", finding == null ? null : finding.commands().replay());
        fields.put("confirm", finding == null ? null : finding.commands().confirm());
        fields.put("ending", searched.result().ending().name().toLowerCase(Locale.ROOT));
        fields.put("choice_points", searched.result().facts().choicePoints());
        fields.put("distinct_orders", searched.orders().distinct());
        fields.put("unseen_mass", searched.orders().unseenMass());
        fields.put("awaits", searched.coverage().sites().size());
        fields.put("awaits_cancelled", searched.coverage().cancelledSites());
        fields.put("base_seed", search.origin().seed());
        fields.put("strategy", search.origin().strategy());
        fields.put("orders", search.origin().orders());
        fields.put("python", search.origin().python());
        fields.put("step_limit", search.origin().stepLimit());
        return fields;
    }

    private static Map<String, @Nullable Object> violation(Violation violation) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("kind", violation.kind().label());
        fields.put("message", violation.message());
        fields.put("step", violation.step());
        fields.put("at", violation.nanos() / NANOS_PER_SECOND);
        List<Object> waiting = new ArrayList<>();
        for (Violation.Waiting task : violation.waiting()) {
            Map<String, @Nullable Object> item = new LinkedHashMap<>();
            item.put("task", task.task());
            item.put("on", task.on());
            item.put("where", task.where());
            waiting.add(item);
        }
        fields.put("waiting", waiting);
        return fields;
    }
}
