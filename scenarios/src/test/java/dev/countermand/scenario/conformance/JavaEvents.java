package dev.countermand.scenario.conformance;

import dev.countermand.loop.PythonVersion;
import dev.countermand.loop.schedule.FifoStrategy;
import dev.countermand.loop.trace.TraceEvent;
import dev.countermand.scenario.model.Scenario;
import dev.countermand.scenario.run.PreparedScenario;
import dev.countermand.scenario.run.RunOptions;
import dev.countermand.scenario.run.ScenarioRun;
import dev.countermand.scenario.value.PythonJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Plays scenarios on the simulated loop, in CPython's order. */
final class JavaEvents {
    private static final double NANOS_PER_SECOND = 1e9;

    private JavaEvents() {}

    /** The lines of the events of a scenario. */
    static List<String> of(Scenario scenario, PythonVersion version) {
        List<String> lines = new ArrayList<>();
        ScenarioRun.run(
                new PreparedScenario(scenario),
                new FifoStrategy().scheduler(0),
                RunOptions.DEFAULT.withPython(version),
                event -> lines.add(line(event)));
        return lines;
    }

    private static String line(TraceEvent.Logged event) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("at", event.stamp().nanos() / NANOS_PER_SECOND);
        fields.put("in", event.in());
        fields.put("event", event.event());
        fields.putAll(event.fields());
        return PythonJson.write(fields);
    }
}
