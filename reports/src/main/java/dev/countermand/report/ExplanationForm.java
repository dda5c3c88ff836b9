package dev.countermand.report;

import dev.countermand.loop.schedule.Choice;
import dev.countermand.report.Explanation.Change;
import dev.countermand.report.Explanation.Verdict;
import dev.countermand.report.json.JsonPlace;
import dev.countermand.report.json.JsonText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How what is known of a run stands in its file, behind the run. */
final class ExplanationForm {
    private ExplanationForm() {}

    static String write(Shrinkage shrinkage) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("before", fields(shrinkage.before()));
        fields.put("after", fields(shrinkage.after()));
        fields.put("replays", shrinkage.replays());
        return JsonText.writeRecord(fields);
    }

    private static Map<String, Object> fields(Shrinkage.Extent extent) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("steps", extent.steps());
        fields.put("departures", extent.departures());
        return fields;
    }

    static void append(StringBuilder out, Explanation explanation) {
        out.append("{\"departures\":");
        TraceWriter.appendLines(out, explanation.departures(), ExplanationForm::departure);
        Map<String, Object> others = new LinkedHashMap<>();
        others.put("tried", explanation.others().tried());
        others.put("passing", explanation.others().passing());
        others.put("untried", explanation.others().untried());
        out.append(",\n\"others\":").append(JsonText.writeRecord(others));
        Explanation.NearestRun nearest = explanation.nearest();
        if (nearest != null) {
            out.append(",\n\"nearest\":{\"departure\":").append(nearest.departure())
                    .append(",\"change\":")
                    .append(JsonText.writeRecord(fields(nearest.change())))
                    .append(",\"run\":{\n");
            TraceWriter.appendRun(out, nearest.run());
            out.append("}}");
        }
        out.append('}');
    }

    private static String departure(Explanation.Departure departure) {
        List<Map<String, Object>> trials = new ArrayList<>();
        for (Explanation.Trial trial : departure.trials()) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("change", fields(trial.change()));
            fields.put("verdict", trial.verdict().label());
            trials.add(fields);
        }
        return JsonText.writeRecord(Map.of("trials", trials));
    }

    private static Map<String, Object> fields(Change change) {
        Map<String, Object> fields = new LinkedHashMap<>();
        if (change instanceof Change.Pick pick) {
            fields.put("picked", pick.pick());
            fields.put("pick", pick.words());
        } else {
            fields.put("chances", ((Change.Shift) change).chances());
        }
        return fields;
    }

    static Shrinkage readShrinkage(JsonPlace at) {
        at.onlyWith("before", "after", "replays");
        return new Shrinkage(
                extent(at.at("before")), extent(at.at("after")), count(at.at("replays")));
    }

    private static Shrinkage.Extent extent(JsonPlace at) {
        at.onlyWith("steps", "departures");
        return new Shrinkage.Extent(
                at.at("steps").integer(0, Long.MAX_VALUE), count(at.at("departures")));
    }

    /**
     * Reads an explanation.
     *
     * @param run the run that it is about, whose departures it may not outnumber
     */
    static Explanation readExplanation(JsonPlace at, TraceDocument run) {
        at.onlyWith("departures", "others", "nearest");
        JsonPlace list = at.at("departures");
        List<Explanation.Departure> departures = new ArrayList<>();
        for (JsonPlace item : list.items()) {
            departures.add(readDeparture(item));
        }
        long known = run.choices().stream().filter(Choice::departs).count();
        if (departures.size() > known) {
            throw list.wrong("a list of at most " + known + ", as the run has so many departures");
        }
        return new Explanation(departures, others(at.at("others")),
                nearest(at.atOrNull("nearest"), departures.size()));
    }

    private static Explanation.Departure readDeparture(JsonPlace at) {
        JsonPlace list = at.onlyWith("trials").at("trials");
        List<Explanation.Trial> trials = new ArrayList<>();
        for (JsonPlace trial : list.items()) {
            trial.onlyWith("change", "verdict");
            trials.add(new Explanation.Trial(change(trial.at("change")),
                    Words.find(trial.at("verdict"), Verdict.values(), Verdict::label)));
        }
        if (trials.isEmpty()) {
            throw list.wrong("a list of at least one trial");
        }
        return new Explanation.Departure(trials);
    }

    private static Change change(JsonPlace at) {
        JsonPlace chances = at.atOrNull("chances");
        if (chances != null) {
            at.onlyWith("chances");
            return new Change.Shift(
                    (int) chances.integer(Integer.MIN_VALUE, Integer.MAX_VALUE));
        }
        at.onlyWith("picked", "pick");
        return new Change.Pick(count(at.at("picked")), at.at("pick").text());
    }

    private static Explanation.Others others(JsonPlace at) {
        at.onlyWith("tried", "passing", "untried");
        return new Explanation.Others(
                count(at.at("tried")), count(at.at("passing")), count(at.at("untried")));
    }

    private static Explanation.@Nullable NearestRun nearest(
            @Nullable JsonPlace at, int departures) {
        if (at == null) {
            return null;
        }
        at.onlyWith("departure", "change", "run");
        JsonPlace departure = at.at("departure");
        int position = count(departure);
        if (position >= departures) {
            throw departure.wrong("a number below " + departures
                    + ", as so many departures are explained");
        }
        return new Explanation.NearestRun(position, change(at.at("change")),
                TraceReader.run(at.at("run").onlyWith(TraceReader.RUN)));
    }

    private static int count(JsonPlace at) {
        return (int) at.integer(0, Integer.MAX_VALUE);
    }
}
