package dev.countermand.cli.confirm;

import dev.countermand.explore.Schedule;
import dev.countermand.report.TraceDocument;

/**
 * The choices that are forced on CPython.
 *
 * @param schedule those that are not CPython's own
 * @param stepLimit after how many loop steps a run is a livelock
 */
public record ForcedSchedule(Schedule schedule, long stepLimit) {

    /** The choices of a recorded run. */
    public static ForcedSchedule of(TraceDocument recorded) {
        return new ForcedSchedule(
                Schedule.of(recorded.choices()), recorded.origin().stepLimit());
    }
}
