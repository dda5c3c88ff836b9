package dev.countermand.scenario.conformance;

import dev.countermand.explore.Schedule;
import dev.countermand.loop.PythonVersion;
import dev.countermand.loop.schedule.Choice;
import dev.countermand.loop.schedule.RandomStrategy;
import dev.countermand.loop.trace.TraceEvent;
import dev.countermand.loop.trace.Violation;
import dev.countermand.scenario.model.Scenario;
import dev.countermand.scenario.run.EventLine;
import dev.countermand.scenario.run.PreparedScenario;
import dev.countermand.scenario.run.RunOptions;
import dev.countermand.scenario.run.ScenarioResult;
import dev.countermand.scenario.run.ScenarioRun;
import java.util.ArrayList;
import java.util.List;

/**
 * A random run of a scenario on the simulated loop, as the lines that a CPython prints which is
 * forced to make the same choices.
 *
 * @param schedule the choices that are not CPython's
 * @param lines the events, the kinds of the violations, and what was chosen of how many
 * @param choices the recorded choices
 */
record ForcedPlay(Schedule schedule, List<String> lines, List<Choice> choices) {

    /** The run of a seed. */
    static ForcedPlay of(Scenario scenario, PythonVersion version, long seed) {
        List<String> lines = new ArrayList<>();
        ScenarioResult result = ScenarioRun.trace(
                new PreparedScenario(scenario),
                new RandomStrategy().scheduler(seed),
                RunOptions.DEFAULT.withPython(version),
                event -> {
                    if (event instanceof TraceEvent.Logged logged) {
                        lines.add(EventLine.of(logged));
                    }
                });
        for (Violation violation : result.violations()) {
            lines.add("violation " + violation.kind().label());
        }
        for (Choice choice : result.choices()) {
            lines.add("choice " + choice.kind().label() + ":" + choice.bound());
        }
        return new ForcedPlay(Schedule.of(result.choices()), lines, result.choices());
    }

    /** The request that makes the batch interpreter play the same. */
    String request(Object file) {
        return schedule + " " + RunOptions.DEFAULT.stepLimit() + " " + file;
    }
}
