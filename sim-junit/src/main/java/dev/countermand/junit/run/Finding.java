package dev.countermand.junit.run;

import dev.countermand.explore.Schedule;
import dev.countermand.loop.trace.TraceEvent;
import dev.countermand.report.TraceDocument;
import dev.countermand.report.TraceFile;
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

    /**
     * Where the test waits at last, in the file of its class: the nearest to a place that a verdict
     * without an error has.
     *
     * @param file the file
     * @return the file and a line; null if no await of the run is in it
     */
    @Nullable String place(String file) {
        String last = null;
        boolean isOfMain = false;
        for (TraceEvent event : run.events()) {
            if (event instanceof TraceEvent.Awaited awaited && awaited.where() != null
                    && awaited.where().startsWith(file + ":")) {
                boolean main = awaited.task().equals("main");
                if (main || !isOfMain) {
                    last = awaited.where();
                    isOfMain = main;
                }
            }
        }
        return last;
    }

    /** What its trace file holds. */
    TraceFile file() {
        return new TraceFile(run, insight.shrinkage(), insight.explanation());
    }
}
