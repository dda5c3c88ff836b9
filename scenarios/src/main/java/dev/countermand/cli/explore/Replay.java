package dev.countermand.cli.explore;

import dev.countermand.cli.source.ScenarioSource;
import dev.countermand.loop.schedule.ReplayDiverged;
import dev.countermand.loop.schedule.ReplayScheduler;
import dev.countermand.loop.trace.TraceEvent;
import dev.countermand.report.TraceDocument;
import dev.countermand.scenario.run.PreparedScenario;
import dev.countermand.scenario.run.RunOptions;
import dev.countermand.scenario.run.ScenarioResult;
import dev.countermand.scenario.run.ScenarioRun;
import java.util.ArrayList;
import java.util.List;

/** What became of a recorded run when its choices were made again. */
public sealed interface Replay {
    /** All that happened, up to the end of the replay. */
    List<TraceEvent> events();

    /**
     * The replay in the form of the recorded run. One that was stopped has the recorded choices and
     * verdict, as what it would have come to is not known.
     */
    TraceDocument as(TraceDocument recorded);

    /**
     * The run came to its end.
     *
     * @param result what came of it
     */
    record Ended(List<TraceEvent> events, ScenarioResult result) implements Replay {
        @Override
        public TraceDocument as(TraceDocument recorded) {
            return new TraceDocument(recorded.subject(), recorded.origin(), result.choices(),
                    events, new TraceDocument.RunVerdict(
                            result.violations(), result.steps(), result.nanos()));
        }
    }

    /**
     * The run asked for something else than was recorded, and was stopped there.
     *
     * @param difference where and what
     */
    record Stopped(List<TraceEvent> events, ReplayDiverged difference) implements Replay {
        @Override
        public TraceDocument as(TraceDocument recorded) {
            return new TraceDocument(recorded.subject(), recorded.origin(), recorded.choices(),
                    events, recorded.verdict());
        }
    }

    /**
     * Makes a recorded run again.
     *
     * @param source the scenario, as it is now
     * @param recorded the run
     * @param options the options it was made with
     */
    static Replay of(ScenarioSource source, TraceDocument recorded, RunOptions options) {
        PreparedScenario prepared = source.prepare(options.python());
        ReplayScheduler scheduler = new ReplayScheduler(recorded.choices());
        List<TraceEvent> events = new ArrayList<>();
        try {
            ScenarioResult result = ScenarioRun.trace(prepared, scheduler, options, events::add);
            return new Ended(events, result);
        } catch (ReplayDiverged difference) {
            return new Stopped(events, difference);
        }
    }
}
