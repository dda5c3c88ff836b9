package dev.countermand.cli.explore;

import dev.countermand.cli.option.RecordedOptions;
import dev.countermand.cli.source.ScenarioFinder;
import dev.countermand.cli.source.ScenarioSource;
import dev.countermand.cli.terminal.Surroundings;
import dev.countermand.explore.RunOrigin;
import dev.countermand.explore.Schedule;
import dev.countermand.report.Explanation;
import dev.countermand.report.TraceDocument;
import dev.countermand.report.TraceFile;
import dev.countermand.report.text.DepartureNote;
import org.jspecify.annotations.Nullable;

/**
 * The run that the run of a trace is best compared with: the nearest one that passes, if the trace
 * holds it, as it shows only what matters to the failure; else the run that asyncio itself makes.
 *
 * @param name what it is, in words
 * @param run the run
 */
public record ReferenceRun(String name, TraceDocument run) {
    private static final String ASYNCIO = "asyncio's own order";

    /**
     * Finds or makes that run.
     *
     * @param word what the user calls the trace
     * @param recorded the trace
     * @param scenario the scenario whose run in asyncio's order the user asks for, null for the
     *     best there is
     * @throws dev.countermand.cli.terminal.UserError if the scenario is needed and is not there
     */
    public static ReferenceRun of(Surroundings surroundings, String word, TraceFile recorded,
            @Nullable String scenario) {
        Explanation.NearestRun nearest =
                recorded.explanation() == null ? null : recorded.explanation().nearest();
        if (nearest != null && scenario == null) {
            return new ReferenceRun("the nearest run that passes ("
                    + DepartureNote.change(recorded.run(), nearest) + ")", nearest.run());
        }
        TraceDocument run = recorded.run();
        ScenarioSource source = new ScenarioFinder(surroundings).findRecorded(
                word, surroundings.path(word), run.subject(), scenario);
        return new ReferenceRun(ASYNCIO, new ScenarioProgram(source, RecordedOptions.of(word, run))
                .record(Schedule.FIFO.scheduler(), new RunOrigin(0, "fifo")));
    }
}
