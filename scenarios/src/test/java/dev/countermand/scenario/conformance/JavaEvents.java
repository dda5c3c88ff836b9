package dev.countermand.scenario.conformance;

import dev.countermand.loop.PythonVersion;
import dev.countermand.loop.schedule.FifoStrategy;
import dev.countermand.scenario.model.Scenario;
import dev.countermand.scenario.run.EventLine;
import dev.countermand.scenario.run.PreparedScenario;
import dev.countermand.scenario.run.RunOptions;
import dev.countermand.scenario.run.ScenarioRun;
import java.util.ArrayList;
import java.util.List;

/** Plays scenarios on the simulated loop, in CPython's order. */
final class JavaEvents {
    private JavaEvents() {}

    /** The lines of the events of a scenario. */
    static List<String> of(Scenario scenario, PythonVersion version) {
        List<String> lines = new ArrayList<>();
        ScenarioRun.run(
                new PreparedScenario(scenario),
                new FifoStrategy().scheduler(0),
                RunOptions.DEFAULT.withPython(version),
                event -> lines.add(EventLine.of(event)));
        return lines;
    }
}
