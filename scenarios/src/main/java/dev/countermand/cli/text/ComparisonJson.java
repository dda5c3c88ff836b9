package dev.countermand.cli.text;

import dev.countermand.cli.compare.Comparison;
import dev.countermand.cli.compare.FirstDifference;
import dev.countermand.loop.PythonVersion;
import dev.countermand.loop.VersionDifference;
import dev.countermand.loop.trace.TraceEvent;
import dev.countermand.scenario.run.EventLine;
import dev.countermand.scenario.value.PythonJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The comparison of a scenario's levels as one JSON object on one line. Times are in seconds. */
public final class ComparisonJson {
    private static final double NANOS_PER_SECOND = 1e9;

    private ComparisonJson() {}

    /**
     * The object's text, its line ended.
     *
     * @param name the scenario's own name
     * @param refused the levels that the scenario cannot run on
     * @param needed the level that it needs
     */
    public static String of(
            String name, Comparison comparison, List<PythonVersion> refused, String needed) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("scenario", name);
        fields.put("reference", Comparison.REFERENCE.label());
        fields.put("needs", needed);
        fields.put("refused", labels(refused));
        fields.put("equal", comparison.isEqual());
        List<Object> groups = new ArrayList<>();
        comparison.groups().forEach(group -> groups.add(group(group)));
        fields.put("groups", groups);
        return PythonJson.write(fields) + "\n";
    }

    private static Map<String, @Nullable Object> group(Comparison.Group group) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("levels", labels(group.levels()));
        fields.put("events", group.run().events().size());
        List<Object> violations = new ArrayList<>();
        group.run().violations().forEach(violation -> {
            Map<String, @Nullable Object> item = new LinkedHashMap<>();
            item.put("kind", violation.kind().label());
            item.put("message", violation.message());
            item.put("at", violation.nanos() / NANOS_PER_SECOND);
            violations.add(item);
        });
        fields.put("violations", violations);
        FirstDifference difference = group.difference();
        fields.put("difference", difference == null ? null : difference(difference));
        return fields;
    }

    private static Map<String, @Nullable Object> difference(FirstDifference difference) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("index", difference.index());
        fields.put("reference", event(difference.reference()));
        fields.put("here", event(difference.here()));
        List<Object> causes = new ArrayList<>();
        for (VersionDifference cause : difference.causes()) {
            Map<String, @Nullable Object> item = new LinkedHashMap<>();
            item.put("name", cause.label());
            item.put("since", cause.since().label());
            item.put("what", cause.what());
            item.put("before", cause.before());
            item.put("after", cause.after());
            causes.add(item);
        }
        fields.put("because", causes);
        return fields;
    }

    private static @Nullable Object event(TraceEvent.@Nullable Logged event) {
        return event == null ? null : EventLine.fields(event);
    }

    private static List<String> labels(List<PythonVersion> levels) {
        List<String> labels = new ArrayList<>();
        levels.forEach(level -> labels.add(level.label()));
        return labels;
    }
}
