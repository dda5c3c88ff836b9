package dev.countermand.jqwik;

import dev.countermand.explore.Program;
import dev.countermand.explore.RunOrigin;
import dev.countermand.explore.RunOutcome;
import dev.countermand.loop.schedule.Scheduler;
import dev.countermand.loop.trace.TraceEvent;
import dev.countermand.report.TraceDocument;
import dev.countermand.scenario.read.ScenarioReader;
import dev.countermand.scenario.run.PreparedScenario;
import dev.countermand.scenario.run.RunOptions;
import dev.countermand.scenario.run.ScenarioResult;
import dev.countermand.scenario.run.ScenarioRun;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * A whole random program in the scenario language, as something that can be run and explored. Its
 * text is the document, which {@code ./countermand run} takes as a file.
 */
public final class GeneratedScenario implements Program {
    private final JsonNode document;
    private final PreparedScenario prepared;

    GeneratedScenario(JsonNode document) {
        this.document = document;
        this.prepared = new PreparedScenario(ScenarioReader.read(
                name(), document.toString().getBytes(StandardCharsets.UTF_8)));
    }

    /** The scenario as a document. */
    public JsonNode document() {
        return document;
    }

    @Override
    public String name() {
        return document.get("name").stringValue();
    }

    @Override
    public RunOutcome run(Scheduler scheduler) {
        ScenarioResult result = ScenarioRun.run(prepared, scheduler, RunOptions.DEFAULT);
        return new RunOutcome(result.violations(), result.steps(), result.choicePoints());
    }

    @Override
    public TraceDocument record(Scheduler scheduler, RunOrigin origin) {
        RunOptions options = RunOptions.DEFAULT;
        List<TraceEvent> events = new ArrayList<>();
        ScenarioResult result = ScenarioRun.trace(prepared, scheduler, options, events::add);
        return new TraceDocument(
                new TraceDocument.Subject(name(), null, null),
                new TraceDocument.Origin(origin.seed(), origin.strategy(),
                        options.orders().label(), options.python().label(), options.stepLimit()),
                result.choices(), events,
                new TraceDocument.RunVerdict(
                        result.violations(), result.steps(), result.nanos()));
    }

    @Override
    public String toString() {
        return document.toString();
    }
}
