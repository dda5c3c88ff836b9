package dev.countermand.cli.explore;

import dev.countermand.explore.Schedule;
import dev.countermand.loop.trace.Violation;
import dev.countermand.report.TraceDocument;
import dev.countermand.report.text.Insight;
import org.jspecify.annotations.Nullable;

/**
 * A violation that a search found, with all that is needed to see it again.
 *
 * @param runs how many runs it took, the violating one among them
 * @param run the violating run, shrunk and recorded
 * @param insight what shrinking it did, and which changes make it pass
 * @param trace where its trace is, as the user would write it; null if it could not be written
 * @param commands how to repeat it
 */
public record Finding(
        long runs,
        TraceDocument run,
        Insight insight,
        @Nullable String trace,
        Commands commands) {

    /**
     * Commands that a shell takes as they are.
     *
     * @param repeat makes the run again from its schedule
     * @param replay makes the run again from its trace; null without a trace
     * @param confirm makes the run on the CPython of this machine; null without a trace, and for a
     *     run that no asyncio can make
     */
    public record Commands(String repeat, @Nullable String replay, @Nullable String confirm) {}

    /** How the violating run departs from asyncio's. */
    public Schedule schedule() {
        return Schedule.of(run.choices());
    }

    /** The first thing that went wrong; what follows is often its consequence. */
    public Violation violation() {
        return run.verdict().violations().get(0);
    }
}
