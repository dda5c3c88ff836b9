package dev.countermand.junit.run;

import dev.countermand.explore.Schedule;
import dev.countermand.report.TraceDocument;
import dev.countermand.report.text.Insight;
import org.jspecify.annotations.Nullable;

/**
 * A failing run of a test, shrunk, explained and recorded.
 *
 * @param found how it was found, such as {@code schedule 38 of 1000}
 * @param run the run
 * @param insight what shrinking did, and what makes the run pass
 * @param error the error of the test itself; null if there is none, as in a deadlock
 */
record Finding(String found, TraceDocument run, Insight insight, @Nullable Throwable error) {
    /** How the run departs from asyncio's. */
    Schedule schedule() {
        return Schedule.of(run.choices());
    }
}
