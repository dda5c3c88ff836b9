package dev.countermand.cli.bench;

import dev.countermand.report.ExplorationStatistics;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.apache.commons.math3.stat.inference.MannWhitneyUTest;

/**
 * How many runs a strategy needed to find a bug, for a number of base seeds.
 *
 * @param limit how many runs were made at most
 * @param runs the runs to the first failure, by base seed; the limit where none was found
 * @param found for how many seeds the bug was found
 */
public record Measurement(long limit, List<Long> runs, int found) {
    private static final double MEDIAN = 50;
    private static final double NINETIETH = 90;

    /** Copies the list. */
    public Measurement {
        runs = List.copyOf(runs);
    }

    private double[] values() {
        return runs.stream().mapToDouble(Long::doubleValue).toArray();
    }

    /** Whether the bug was found for every seed. */
    public boolean isAlwaysFound() {
        return found == runs.size();
    }

    /** The mean, a search without a finding counting as the limit: a lower bound then. */
    public double mean() {
        return StatUtils.mean(values());
    }

    /**
     * How often runs fail: each search that found the bug is one failure, after as many runs as it
     * made. That is the rate of a strategy whose runs are drawn independently; one that learns, or
     * walks through a list, has no rate, and the figure is its average pace.
     */
    public ExplorationStatistics statistics() {
        return new ExplorationStatistics(
                runs.stream().mapToLong(Long::longValue).sum(), found, 0);
    }

    /** The median. */
    public double median() {
        return percentile(MEDIAN);
    }

    /** The 90th percentile. */
    public double ninetieth() {
        return percentile(NINETIETH);
    }

    private double percentile(double percent) {
        double[] sorted = values();
        Arrays.sort(sorted);
        return new Percentile(percent).evaluate(sorted);
    }

    /**
     * The probability that two samples as different as these come from strategies that need equally
     * many runs: the two-sided test of Mann and Whitney, "On a test of whether one of two random
     * variables is stochastically larger than the other", Annals of Mathematical Statistics 18
     * (1947). It looks at ranks only, so the limit does no harm.
     */
    public double pValueAgainst(Measurement other) {
        return new MannWhitneyUTest().mannWhitneyUTest(values(), other.values());
    }
}
