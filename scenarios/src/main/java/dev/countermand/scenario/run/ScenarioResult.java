package dev.countermand.scenario.run;

import dev.countermand.loop.schedule.Choice;
import dev.countermand.loop.trace.Violation;
import java.util.List;

/**
 * What came of one run.
 *
 * @param violations what must not happen and did, in order; empty for a clean run
 * @param steps how many loop steps it took
 * @param choicePoints how many choices it had
 * @param nanos the time of its last loop at the end
 * @param choices the choices, if they were recorded
 */
public record ScenarioResult(
        List<Violation> violations,
        long steps,
        long choicePoints,
        long nanos,
        List<Choice> choices) {
    /** Copies the lists. */
    public ScenarioResult {
        violations = List.copyOf(violations);
        choices = List.copyOf(choices);
    }

    /** Whether nothing was found. */
    public boolean isClean() {
        return violations.isEmpty();
    }
}
