package dev.countermand.explore.explain;

import dev.countermand.explore.Program;
import dev.countermand.explore.RunOutcome;
import dev.countermand.explore.Schedule;
import dev.countermand.explore.align.ChoiceLog;
import dev.countermand.explore.align.Landmark;
import dev.countermand.explore.align.RealignedRun;
import dev.countermand.report.Explanation;
import java.util.ArrayList;
import java.util.List;

/**
 * Changes the choices that a schedule leaves at 0, one at a time, to see whether they matter.
 *
 * <p>Only orders and values are changed. Another cancel is another fault, which nearly always
 * changes something and explains nothing.
 */
final class OtherChoices {
    /** After so many loop steps the rest is left untried. */
    private static final long MOST_STEPS = 500_000;

    private final Program program;
    private final Schedule schedule;
    private final List<Landmark> landmarks;
    private int tried;
    private int passing;
    private int untried;
    private long steps;

    OtherChoices(Program program, Schedule schedule, List<Landmark> landmarks) {
        this.program = program;
        this.schedule = schedule;
        this.landmarks = landmarks;
    }

    Explanation.Others tryAll() {
        ChoiceLog log = new ChoiceLog().restart(schedule.scheduler());
        program.run(log);
        for (int index = 0; index < log.count(); index++) {
            for (int pick = 1; pick < log.bound(index); pick++) {
                if (log.pick(index) == 0 && !log.isFault(index)) {
                    change(new Schedule.Departure(index, pick));
                }
            }
        }
        return new Explanation.Others(tried, passing, untried);
    }

    private void change(Schedule.Departure change) {
        if (steps >= MOST_STEPS) {
            untried++;
            return;
        }
        List<Schedule.Departure> fixed = new ArrayList<>();
        List<Landmark> followers = new ArrayList<>();
        for (Landmark landmark : landmarks) {
            if (landmark.departure().index() < change.index()) {
                fixed.add(landmark.departure());
            } else {
                followers.add(landmark);
            }
        }
        fixed.add(change);
        RunOutcome outcome = program.run(new RealignedRun(
                new Schedule(fixed), followers, Landmark.Detail.TASK_AND_AWAIT));
        tried++;
        steps += outcome.steps();
        passing += outcome.isClean() ? 1 : 0;
    }
}
