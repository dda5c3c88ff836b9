package dev.countermand.explore.shrink;

import dev.countermand.explore.FailureKey;
import dev.countermand.explore.Program;
import dev.countermand.explore.RunOrigin;
import dev.countermand.explore.RunOutcome;
import dev.countermand.explore.Schedule;
import dev.countermand.report.TraceDocument;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Makes failing schedules of a program smaller.
 *
 * <p>The passes take turns until a whole round of them changes nothing. The result depends on the
 * program, the schedule and the limits only, and shrinking it again changes nothing.
 */
public final class Shrinker {
    /** How often the result is made again before it is believed. */
    public static final int REPLAYS = 3;

    private static final RunOrigin REPLAY = new RunOrigin(0, "replay");

    private final Program program;
    private final ShrinkLimits limits;

    /** Creates a shrinker for a program. */
    public Shrinker(Program program, ShrinkLimits limits) {
        this.program = program;
        this.limits = limits;
    }

    /**
     * Makes a schedule smaller, such that its run still fails in the same way.
     *
     * @param failing a schedule that fails
     * @param outcome what came of it
     * @throws IndexOutOfBoundsException if the outcome is clean
     */
    public Shrunk shrink(Schedule failing, RunOutcome outcome) {
        FailureKey key = outcome.failureKey();
        Shrinking work = new Shrinking(program, key, limits);
        boolean repeats = work.attempt(failing);
        Size before = Size.of(repeats ? work.bestLog() : work.last(), outcome.steps());
        Shrunk original = new Shrunk(failing, outcome, before, before, new Shrunk.Effort(
                Shrunk.Ending.UNREPEATABLE, work.runs(), work.steps(), List.of()));
        if (!repeats) {
            return original;
        }
        List<PassStatistics> passes = runPasses(work);
        Shrinking.Best best = work.best();
        if (!isRepeatable(best)) {
            return original;
        }
        Shrunk.Ending ending = work.isSpent() ? Shrunk.Ending.LIMIT : Shrunk.Ending.SMALLEST;
        return new Shrunk(best.schedule(), best.outcome(), before, best.size(), new Shrunk.Effort(
                ending,
                work.runs() + REPLAYS,
                work.steps() + REPLAYS * best.outcome().steps(), passes));
    }

    /** Whether the schedule gives the same trace each time, with the violations it is known for. */
    private boolean isRepeatable(Shrinking.Best best) {
        Set<TraceDocument> traces = new LinkedHashSet<>();
        for (int i = 0; i < REPLAYS; i++) {
            traces.add(program.record(best.schedule().scheduler(), REPLAY));
        }
        return traces.size() == 1 && traces.iterator().next().verdict().violations()
                .equals(best.outcome().violations());
    }

    private List<PassStatistics> runPasses(Shrinking work) {
        List<PassStatistics> all = new ArrayList<>();
        ShrinkPass.ALL.forEach(pass -> all.add(new PassStatistics(pass.name(), 0, 0, 0)));
        int before;
        do {
            before = work.improvements();
            for (int i = 0; i < ShrinkPass.ALL.size() && !work.isSpent(); i++) {
                all.set(i, all.get(i).plus(turn(work, ShrinkPass.ALL.get(i))));
            }
        } while (work.improvements() > before && !work.isSpent());
        return all;
    }

    private static PassStatistics turn(Shrinking work, ShrinkPass pass) {
        long runs = work.runs();
        long steps = work.steps();
        int improvements = work.improvements();
        pass.improve(work);
        return new PassStatistics(pass.name(), work.runs() - runs, work.steps() - steps,
                work.improvements() - improvements);
    }
}
