package dev.countermand.cli.explore;

import dev.countermand.cli.source.ScenarioSource;
import dev.countermand.explore.RunOrigin;
import dev.countermand.explore.RunOutcome;
import dev.countermand.explore.dpor.DporProgram;
import dev.countermand.loop.AccessSink;
import dev.countermand.loop.schedule.OrderMode;
import dev.countermand.loop.schedule.Scheduler;
import dev.countermand.loop.trace.TraceEvent;
import dev.countermand.report.TraceDocument;
import dev.countermand.scenario.run.PreparedScenario;
import dev.countermand.scenario.run.RunOptions;
import dev.countermand.scenario.run.ScenarioResult;
import dev.countermand.scenario.run.ScenarioRun;
import java.util.ArrayList;
import java.util.List;

/** A scenario as the explorer sees it. */
public final class ScenarioProgram implements DporProgram {
    private final ScenarioSource source;
    private final PreparedScenario prepared;
    private final RunOptions options;

    /**
     * Makes a scenario ready to be explored.
     *
     * @throws dev.countermand.scenario.read.ScenarioException if the source is no scenario
     */
    public ScenarioProgram(ScenarioSource source, RunOptions options) {
        this.source = source;
        this.prepared = source.prepare(options.python());
        this.options = options;
    }

    @Override
    public String name() {
        return prepared.scenario().name();
    }

    @Override
    public RunOutcome run(Scheduler scheduler) {
        ScenarioResult result = ScenarioRun.run(prepared, scheduler, options);
        return new RunOutcome(result.violations(), result.steps(), result.choicePoints());
    }

    @Override
    public OrderMode orders() {
        return options.orders();
    }

    @Override
    public RunOutcome run(Scheduler scheduler, AccessSink accesses) {
        ScenarioResult result =
                ScenarioRun.observe(prepared, scheduler, options, null, accesses);
        return new RunOutcome(result.violations(), result.steps(), result.choicePoints());
    }

    @Override
    public TraceDocument record(Scheduler scheduler, RunOrigin origin) {
        List<TraceEvent> events = new ArrayList<>();
        ScenarioResult result = ScenarioRun.trace(prepared, scheduler, options, events::add);
        return new TraceDocument(
                new TraceDocument.Subject(name(), source.file(), source.sha256()),
                origin(origin),
                result.choices(),
                events,
                new TraceDocument.RunVerdict(
                        result.violations(), result.steps(), result.nanos()));
    }

    /** Where the choices of a run come from, as traces say it. */
    public TraceDocument.Origin origin(RunOrigin origin) {
        return new TraceDocument.Origin(
                origin.seed(),
                origin.strategy(),
                options.orders().label(),
                options.python().label(),
                options.stepLimit());
    }
}
