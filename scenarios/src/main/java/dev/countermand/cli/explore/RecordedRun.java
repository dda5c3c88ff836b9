package dev.countermand.cli.explore;

import dev.countermand.cli.source.ScenarioSource;
import dev.countermand.loop.schedule.Scheduler;
import dev.countermand.loop.schedule.Strategy;
import dev.countermand.loop.trace.TraceEvent;
import dev.countermand.report.TraceDocument;
import dev.countermand.scenario.run.PreparedScenario;
import dev.countermand.scenario.run.RunOptions;
import dev.countermand.scenario.run.ScenarioResult;
import dev.countermand.scenario.run.ScenarioRun;
import java.util.ArrayList;
import java.util.List;

/** One run with everything that happened in it written down. */
public final class RecordedRun {
    private final ScenarioSource source;
    private final PreparedScenario prepared;

    /** Prepares to record runs of a scenario. */
    public RecordedRun(ScenarioSource source, PreparedScenario prepared) {
        this.source = source;
        this.prepared = prepared;
    }

    /** Records the run of a seed. */
    public TraceDocument of(Strategy strategy, long seed, RunOptions options) {
        Scheduler scheduler = strategy.scheduler(seed);
        List<TraceEvent> events = new ArrayList<>();
        ScenarioResult result = ScenarioRun.trace(prepared, scheduler, options, events::add);
        return new TraceDocument(
                new TraceDocument.Subject(
                        prepared.scenario().name(), source.file(), source.sha256()),
                origin(strategy, seed, options),
                result.choices(),
                events,
                new TraceDocument.RunVerdict(
                        result.violations(), result.steps(), result.nanos()));
    }

    /** Where the choices of a run come from, as traces say it. */
    public static TraceDocument.Origin origin(Strategy strategy, long seed, RunOptions options) {
        return new TraceDocument.Origin(
                seed,
                strategy.name(),
                options.orders().label(),
                options.python().label(),
                options.stepLimit());
    }
}
