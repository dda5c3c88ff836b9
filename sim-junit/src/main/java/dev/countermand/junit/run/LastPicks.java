package dev.countermand.junit.run;

import dev.countermand.explore.PickRecorder;
import dev.countermand.explore.Program;
import dev.countermand.explore.RunOrigin;
import dev.countermand.explore.RunOutcome;
import dev.countermand.explore.Schedule;
import dev.countermand.loop.schedule.Scheduler;
import dev.countermand.report.TraceDocument;
import org.jspecify.annotations.Nullable;

/** A program of which the schedule of the last run is known. */
final class LastPicks implements Program {
    private final Program program;
    private @Nullable PickRecorder picks;

    LastPicks(Program program) {
        this.program = program;
    }

    @Override
    public String name() {
        return program.name();
    }

    @Override
    public RunOutcome run(Scheduler scheduler) {
        picks = new PickRecorder(scheduler);
        return program.run(picks);
    }

    @Override
    public TraceDocument record(Scheduler scheduler, RunOrigin origin) {
        return program.record(scheduler, origin);
    }

    Schedule schedule() {
        return picks == null ? Schedule.FIFO : picks.schedule();
    }
}
