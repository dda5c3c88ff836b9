package dev.countermand.cli.confirm;

import dev.countermand.explore.Schedule;
import dev.countermand.loop.schedule.ChoiceKind;
import dev.countermand.report.TraceDocument;

/**
 * The choices that are forced on CPython.
 *
 * @param schedule those that are not CPython's own
 * @param stepLimit after how many loop steps a run is a livelock
 * @param isInterrupted whether SIGINTs may arrive between the steps
 */
public record ForcedSchedule(Schedule schedule, long stepLimit, boolean isInterrupted) {

    /** The choices of a recorded run. */
    public static ForcedSchedule of(TraceDocument recorded) {
        return new ForcedSchedule(
                Schedule.of(recorded.choices()),
                recorded.origin().stepLimit(),
                recorded.choices().stream()
                        .anyMatch(choice -> choice.kind() == ChoiceKind.INTERRUPT));
    }
}
