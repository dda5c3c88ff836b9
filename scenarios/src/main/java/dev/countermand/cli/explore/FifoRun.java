package dev.countermand.cli.explore;

import dev.countermand.cli.option.RecordedOptions;
import dev.countermand.cli.source.ScenarioFinder;
import dev.countermand.cli.source.ScenarioSource;
import dev.countermand.cli.terminal.Surroundings;
import dev.countermand.explore.RunOrigin;
import dev.countermand.explore.Schedule;
import dev.countermand.report.TraceDocument;
import org.jspecify.annotations.Nullable;

/** The run that asyncio itself makes of the scenario of a trace: what the trace departs from. */
public final class FifoRun {
    private FifoRun() {}

    /**
     * Makes that run, with all options of the recorded one.
     *
     * @param word what the user calls the trace
     * @param scenario the scenario that the user names, null to find the recorded one
     * @throws dev.countermand.cli.terminal.UserError if there is no such scenario
     */
    public static TraceDocument of(Surroundings surroundings, String word, TraceDocument recorded,
            @Nullable String scenario) {
        ScenarioSource source = new ScenarioFinder(surroundings).findRecorded(
                word, surroundings.path(word), recorded.subject(), scenario);
        return new ScenarioProgram(source, RecordedOptions.of(word, recorded))
                .record(Schedule.FIFO.scheduler(), new RunOrigin(0, "fifo"));
    }
}
