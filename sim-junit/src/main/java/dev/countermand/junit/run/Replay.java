package dev.countermand.junit.run;

import dev.countermand.explore.Schedule;
import dev.countermand.report.TraceDocument;

/** One run that is to be made again. */
public sealed interface Replay {
    /** By its departures from asyncio's order. */
    record OfSchedule(Schedule schedule) implements Replay {}

    /**
     * By a recorded run.
     *
     * @param file where it was read from, as the user would write it
     */
    record OfTrace(String file, TraceDocument trace) implements Replay {}
}
