package dev.countermand.junit.run;

import dev.countermand.explore.PickRecorder;
import dev.countermand.explore.Program;
import dev.countermand.explore.RunOrigin;
import dev.countermand.explore.RunOutcome;
import dev.countermand.explore.Schedule;
import dev.countermand.explore.search.RunListener;
import dev.countermand.report.ReplayComparison;
import dev.countermand.report.TraceDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes some runs twice: a test whose same schedule gives two different runs cannot be replayed.
 *
 * <p>A run that differs from its repetition was either disturbed from outside, by a clock or a
 * thread, or from before: something was left over in a static field by the runs between the two.
 * {@link dev.countermand.explore.statistics.SampledRuns} repeats hundreds of runs for the sake of
 * coverage, which is more than each test of a suite can pay.
 */
final class SelfCheck implements RunListener {
    /** How many runs of a search are made again when it is over. */
    private static final int SAMPLES = 10;

    private static final RunOrigin ORIGIN = new RunOrigin(0, "schedule");

    private final Program program;
    private final List<Sample> samples = new ArrayList<>();

    SelfCheck(Program program) {
        this.program = program;
    }

    private record Sample(Schedule schedule, RunOutcome outcome) {}

    /**
     * A schedule that gave two different runs.
     *
     * @param schedule the schedule
     * @param first one run
     * @param second another one
     * @param words what differs, in one line; null to compare the two
     */
    record Difference(Schedule schedule, @Nullable TraceDocument first,
            @Nullable TraceDocument second, @Nullable String words) {
        /** Two runs of which only the outcome of the first is known. */
        static Difference ofOutcomes(Schedule schedule, RunOutcome first) {
            String once = first.isClean() ? "passed" : "failed";
            return new Difference(schedule, null, null, "a run of schedule " + schedule + " "
                    + once + " in " + first.steps() + " steps, and did not do so again");
        }
    }

    /** Makes a run of a schedule twice and compares. */
    Optional<Difference> of(Schedule schedule) {
        TraceDocument first = program.record(schedule.scheduler(), ORIGIN);
        TraceDocument second = program.record(schedule.scheduler(), ORIGIN);
        return ReplayComparison.of(first, second) instanceof ReplayComparison.Same
                ? Optional.empty()
                : Optional.of(new Difference(schedule, first, second, null));
    }

    @Override
    public void ran(long number, PickRecorder picks, RunOutcome outcome) {
        if (samples.size() < SAMPLES) {
            samples.add(new Sample(picks.schedule(), outcome));
        }
    }

    /** Makes the first runs of the search again. */
    Optional<Difference> again() {
        for (Sample sample : samples) {
            RunOutcome now = program.run(sample.schedule.scheduler());
            if (!now.equals(sample.outcome)) {
                return Optional.of(of(sample.schedule).orElseGet(
                        () -> Difference.ofOutcomes(sample.schedule, sample.outcome)));
            }
        }
        return Optional.empty();
    }
}
