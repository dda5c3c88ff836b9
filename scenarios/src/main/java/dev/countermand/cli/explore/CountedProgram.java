package dev.countermand.cli.explore;

import dev.countermand.cli.terminal.StatusLine;
import dev.countermand.explore.RunOrigin;
import dev.countermand.explore.RunOutcome;
import dev.countermand.explore.dpor.DporProgram;
import dev.countermand.loop.AccessSink;
import dev.countermand.loop.schedule.OrderMode;
import dev.countermand.loop.schedule.Scheduler;
import dev.countermand.report.TraceDocument;
import java.util.Locale;

/** A program that tells a status line how many runs of it were made; otherwise it is the same. */
public final class CountedProgram implements DporProgram {
    private final DporProgram program;
    private final StatusLine line;
    private long runs;

    /** Counts the runs of a program. */
    public CountedProgram(DporProgram program, StatusLine line) {
        this.program = program;
        this.line = line;
    }

    @Override
    public String name() {
        return program.name();
    }

    @Override
    public TraceDocument record(Scheduler scheduler, RunOrigin origin) {
        count();
        return program.record(scheduler, origin);
    }

    @Override
    public OrderMode orders() {
        return program.orders();
    }

    @Override
    public RunOutcome run(Scheduler scheduler) {
        count();
        return program.run(scheduler);
    }

    @Override
    public RunOutcome run(Scheduler scheduler, AccessSink accesses) {
        count();
        return program.run(scheduler, accesses);
    }

    private void count() {
        runs++;
        line.showAtTimes(String.format(Locale.ROOT, "%,d runs", runs));
    }
}
