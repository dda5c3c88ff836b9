package dev.countermand.scenario.reduction;

import dev.countermand.explore.RunOrigin;
import dev.countermand.explore.RunOutcome;
import dev.countermand.explore.dpor.DporProgram;
import dev.countermand.loop.AccessSink;
import dev.countermand.loop.schedule.OrderMode;
import dev.countermand.loop.schedule.Scheduler;
import dev.countermand.loop.trace.TraceEvent;
import dev.countermand.loop.trace.Violation;
import dev.countermand.report.TraceDocument;
import dev.countermand.scenario.read.ScenarioReader;
import dev.countermand.scenario.run.PreparedScenario;
import dev.countermand.scenario.run.RunOptions;
import dev.countermand.scenario.run.ScenarioResult;
import dev.countermand.scenario.run.ScenarioRun;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * A scenario as the reduction sees it, which keeps what its runs came to and never seems to fail,
 * so that every class is run.
 */
final class ReducedScenario implements DporProgram {
    private final PreparedScenario prepared;
    private final RunOptions options;
    private final UnaryOperator<AccessSink> ear;
    private final Set<String> outcomes = new TreeSet<>();

    ReducedScenario(String json, OrderMode orders) {
        this(json, RunOptions.DEFAULT.withOrders(orders), UnaryOperator.identity());
    }

    /**
     * Creates the program.
     *
     * @param ear what stands between the program and whoever hears of accesses
     */
    ReducedScenario(String json, RunOptions options, UnaryOperator<AccessSink> ear) {
        this.prepared = new PreparedScenario(
                ScenarioReader.read("scenario", json.getBytes(StandardCharsets.UTF_8)));
        this.options = options;
        this.ear = ear;
    }

    @Override
    public String name() {
        return prepared.scenario().name();
    }

    @Override
    public OrderMode orders() {
        return options.orders();
    }

    /** What the runs came to: violations, and what the host logged at the end. */
    Set<String> outcomes() {
        return outcomes;
    }

    @Override
    public RunOutcome run(Scheduler scheduler) {
        List<String> atEnd = new ArrayList<>();
        return noted(atEnd, ScenarioRun.run(
                prepared, scheduler, options, event -> note(atEnd, event)));
    }

    @Override
    public RunOutcome run(Scheduler scheduler, AccessSink accesses) {
        List<String> atEnd = new ArrayList<>();
        return noted(atEnd, ScenarioRun.observe(prepared, scheduler, options,
                event -> note(atEnd, event), ear.apply(accesses)));
    }

    private static void note(List<String> atEnd, TraceEvent.Logged event) {
        if (event.in() == null && !event.event().equals("handler")) {
            atEnd.add(event.event() + event.fields());
        }
    }

    private RunOutcome noted(List<String> atEnd, ScenarioResult result) {
        Set<String> violations = new TreeSet<>();
        for (Violation violation : result.violations()) {
            violations.add(violation.kind() + " " + violation.message());
        }
        outcomes.add(violations + " " + atEnd);
        return new RunOutcome(List.of(), result.steps(), result.choicePoints());
    }

    @Override
    public TraceDocument record(Scheduler scheduler, RunOrigin origin) {
        throw new UnsupportedOperationException("nobody looks at these runs");
    }
}
