package dev.countermand.explore.statistics;

import dev.countermand.explore.PickRecorder;
import dev.countermand.explore.Program;
import dev.countermand.explore.RunOrigin;
import dev.countermand.explore.RunOutcome;
import dev.countermand.explore.Schedule;
import dev.countermand.explore.search.RunListener;
import dev.countermand.explore.search.SearchFacts;
import dev.countermand.report.ReplayComparison;
import dev.countermand.report.TraceDocument;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Some runs of a search, kept to be made again once it is over: the first ones of each lane, then
 * ever fewer.
 *
 * <p>Made again and recorded, they tell which awaits were cancelled. And they tell whether the
 * program is deterministic at all: the same schedule must come to the same outcome.
 */
public final class SampledRuns implements RunListener {
    private static final long FIRST_RUNS = 25;

    /** Of the later runs those are kept whose number is a multiple of this power of two. */
    private static final long LATER_RUNS = 1_024;

    private static final int MOST_KEPT = 60;

    private final DistinctOrders orders;
    private final List<Sample> samples = new ArrayList<>();
    private long runs;

    /** The orders of the present block of runs, not yet known to count. */
    private long[] hashes = new long[64];

    private long[] numbers = new long[64];
    private int inBlock;

    /** Begins, and notes the order of every run in the given count. */
    public SampledRuns(DistinctOrders orders) {
        this.orders = orders;
    }

    private record Sample(long number, Schedule schedule, RunOutcome outcome) {}

    @Override
    public void ran(long number, PickRecorder picks, RunOutcome outcome) {
        if (inBlock == hashes.length) {
            hashes = Arrays.copyOf(hashes, inBlock * 2);
            numbers = Arrays.copyOf(numbers, inBlock * 2);
        }
        hashes[inBlock] = picks.hash();
        numbers[inBlock++] = number;
        runs++;
        boolean kept = runs <= FIRST_RUNS || runs % LATER_RUNS == 0;
        if (kept && samples.size() < MOST_KEPT) {
            samples.add(new Sample(number, picks.schedule(), outcome));
        }
    }

    @Override
    public void blockEnded(long lastNumber, SearchFacts counted) {
        for (int i = 0; i < inBlock && numbers[i] <= lastNumber; i++) {
            orders.add(hashes[i], numbers[i]);
        }
        inBlock = 0;
        samples.removeIf(sample -> sample.number > lastNumber);
    }

    /** The orders of all runs. */
    public DistinctOrders orders() {
        return orders;
    }

    /** How many runs are kept. */
    public int size() {
        return samples.size();
    }

    /**
     * Makes the kept runs again.
     *
     * @param coverage to which what they do is added
     * @return the first difference between a run and its repetition, in words; empty if there is
     *     none
     */
    public Optional<String> repeat(Program program, CancelCoverage coverage) {
        for (Sample sample : samples) {
            RunOrigin origin = new RunOrigin(0, "schedule");
            TraceDocument run = program.record(sample.schedule.scheduler(), origin);
            coverage.add(run.events());
            boolean same = run.verdict().violations().equals(sample.outcome.violations())
                    && run.verdict().steps() == sample.outcome.steps();
            if (!same) {
                return Optional.of(difference(program, sample, run));
            }
        }
        return Optional.empty();
    }

    /** Where two recordings of the schedule part, if they do; else only their ends are known. */
    private static String difference(Program program, Sample sample, TraceDocument run) {
        TraceDocument other = program.record(
                sample.schedule.scheduler(), new RunOrigin(0, "schedule"));
        ReplayComparison comparison = ReplayComparison.of(run, other);
        String head = "schedule " + sample.schedule + " took " + sample.outcome.steps()
                + " steps at first and " + run.verdict().steps() + " when it was made again";
        return comparison instanceof ReplayComparison.Same ? head : head + "; " + comparison.text();
    }
}
