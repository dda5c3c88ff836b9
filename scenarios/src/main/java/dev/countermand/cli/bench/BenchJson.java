package dev.countermand.cli.bench;

import dev.countermand.explore.search.SearchPlan;
import dev.countermand.report.ExplorationStatistics;
import dev.countermand.scenario.value.PythonJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The results of a bench as one JSON object. */
public final class BenchJson {
    private BenchJson() {}

    /** The object's text, its line ended. */
    public static String of(List<Bench.Row> rows, List<SearchPlan> plans, Bench.Limits limits) {
        Map<String, @Nullable Object> root = new LinkedHashMap<>();
        root.put("kind", "bench");
        root.put("seeds", (long) limits.seeds());
        root.put("runs", limits.runs());
        root.put("repaired_runs", limits.repairedRuns());
        List<Object> programs = new ArrayList<>();
        for (Bench.Row row : rows) {
            Map<String, @Nullable Object> program = new LinkedHashMap<>();
            BenchSuite.Naive naive = row.subject().naive();
            program.put("name", row.subject().name());
            program.put("id", naive == null ? null : naive.id());
            program.put("naive", naive == null ? null : naive.best());
            program.put("shrunk_departures", row.shrunkDepartures() == null
                    ? null : (Object) row.shrunkDepartures().longValue());
            program.put("false_alarms", row.falseAlarms());
            Map<String, @Nullable Object> strategies = new LinkedHashMap<>();
            for (int i = 0; i < plans.size(); i++) {
                strategies.put(plans.get(i).name(), measurement(row.byPlan().get(i)));
            }
            program.put("strategies", strategies);
            programs.add(program);
        }
        root.put("programs", programs);
        return PythonJson.write(root) + "\n";
    }

    private static Map<String, @Nullable Object> measurement(Measurement cell) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("found", (long) cell.found());
        fields.put("mean", cell.mean());
        fields.put("median", cell.median());
        fields.put("p90", cell.ninetieth());
        fields.put("runs", new ArrayList<Object>(cell.runs()));
        ExplorationStatistics failing = cell.statistics();
        ExplorationStatistics.Bounds bounds = failing.failureBounds();
        fields.put("rate", failing.failureRate());
        fields.put("low", bounds.lower());
        fields.put("high", bounds.upper());
        fields.put("green_runs", greenRuns(failing.failureRate()));
        fields.put("green_runs_sure", greenRuns(bounds.lower()));
        return fields;
    }

    private static @Nullable Object greenRuns(double rate) {
        return rate > 0 ? ExplorationStatistics.greenRuns(rate) : null;
    }
}
