package dev.countermand.cli.compare;

import dev.countermand.loop.Compatibility;
import dev.countermand.loop.schedule.FifoStrategy;
import dev.countermand.loop.trace.TraceEvent;
import dev.countermand.loop.trace.Violation;
import dev.countermand.scenario.run.PreparedScenario;
import dev.countermand.scenario.run.RunOptions;
import dev.countermand.scenario.run.ScenarioResult;
import dev.countermand.scenario.run.ScenarioRun;
import java.util.ArrayList;
import java.util.List;

/**
 * What a scenario does on one level, in asyncio's own order, as far as the scenario shows it: how
 * many loop steps lay between is left out, so that two equal runs are those that print the same.
 *
 * @param events what it said; their steps are 0
 * @param violations what it violated; their steps are 0
 */
public record LevelRun(List<TraceEvent.Logged> events, List<Violation> violations) {
    /** Copies the lists. */
    public LevelRun {
        events = List.copyOf(events);
        violations = List.copyOf(violations);
    }

    static LevelRun of(PreparedScenario prepared, Compatibility compatibility) {
        List<TraceEvent.Logged> events = new ArrayList<>();
        ScenarioResult result = ScenarioRun.run(
                prepared,
                new FifoStrategy().scheduler(0),
                RunOptions.DEFAULT.withPython(compatibility),
                event -> events.add(withoutStep(event)));
        List<Violation> violations = new ArrayList<>();
        result.violations().forEach(violation -> violations.add(withoutStep(violation)));
        return new LevelRun(events, violations);
    }

    private static TraceEvent.Logged withoutStep(TraceEvent.Logged event) {
        return new TraceEvent.Logged(
                new TraceEvent.Stamp(0, event.stamp().nanos()),
                event.in(), event.event(), event.fields());
    }

    private static Violation withoutStep(Violation violation) {
        return new Violation(violation.kind(), violation.message(), 0, violation.nanos(),
                violation.waiting());
    }

    /** The index of the first event that the other does not have there; else the shorter end. */
    int commonEvents(LevelRun other) {
        int shorter = Math.min(events.size(), other.events.size());
        for (int i = 0; i < shorter; i++) {
            if (!events.get(i).equals(other.events.get(i))) {
                return i;
            }
        }
        return shorter;
    }

    /** Whether the runs agree up to and with an event, or with the verdict behind the last one. */
    boolean agreesThrough(int index, LevelRun other) {
        int common = commonEvents(other);
        boolean bothEndThere = common == events.size() && common == other.events.size();
        return common > index || bothEndThere && violations.equals(other.violations);
    }
}
