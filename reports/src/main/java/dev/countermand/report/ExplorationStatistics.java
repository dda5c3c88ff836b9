package dev.countermand.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import org.apache.commons.math3.distribution.BetaDistribution;

/**
 * What many runs of one program say: how often it fails, and whether it could fail at all.
 *
 * @param runs how many runs were made
 * @param failures how many of them had a violation
 * @param choicePoints how many choices with at least two answers all of them met together
 */
public record ExplorationStatistics(long runs, long failures, long choicePoints) {
    private static final double CONFIDENCE = 0.95;

    /** How near the bounds are to the true ones; far below the rate of one failure in all runs. */
    private static final double ACCURACY = 1e-13;

    /** Failure rates are told in so many digits: more would pretend to know them. */
    private static final MathContext PRECISION = new MathContext(2);

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException unless {@code 0 <= failures <= runs} and the choice points
     *     are not negative
     */
    public ExplorationStatistics {
        if (failures < 0 || failures > runs || choicePoints < 0) {
            throw new IllegalArgumentException("expected 0 <= failures <= runs and choicePoints >="
                    + " 0, but they are " + failures + ", " + runs + " and " + choicePoints);
        }
    }

    /** A range of probabilities. */
    public record Bounds(double lower, double upper) {}

    /** The share of runs that failed; NaN without any run. */
    public double failureRate() {
        return (double) failures / runs;
    }

    /**
     * The bounds between which the probability of failing lies with 95 % confidence, if runs are
     * drawn independently: the exact interval of Clopper and Pearson, "The use of confidence or
     * fiducial limits illustrated in the case of the binomial", Biometrika 26 (1934). From 0 to 1
     * without any run.
     */
    public Bounds failureBounds() {
        double tail = (1 - CONFIDENCE) / 2;
        double lower = failures == 0
                ? 0
                : new BetaDistribution(null, failures, runs - failures + 1.0, ACCURACY)
                        .inverseCumulativeProbability(tail);
        double upper = failures == runs
                ? 1
                : new BetaDistribution(null, failures + 1.0, runs - failures, ACCURACY)
                        .inverseCumulativeProbability(1 - tail);
        return new Bounds(lower, upper);
    }

    /**
     * How many clean runs in a row make it credible, with 95 % confidence, that what failed at this
     * rate no longer fails: the smallest n with {@code (1 - rate)^n <= 0.05}. It holds for runs
     * that are drawn independently and as those were that gave the rate.
     *
     * @param rate the probability that a run fails, above 0 and at most 1
     * @throws IllegalArgumentException if it is not
     */
    public static long greenRuns(double rate) {
        if (!(rate > 0 && rate <= 1)) {
            throw new IllegalArgumentException(
                    "expected a rate above 0 and at most 1, but it is " + rate);
        }
        return rate == 1 ? 1 : (long) Math.ceil(
                StrictMath.log1p(-CONFIDENCE) / StrictMath.log1p(-rate));
    }

    /** Why a clean result may mean little, if it does. */
    public Optional<String> warning() {
        if (runs == 0) {
            return Optional.of("0 runs: nothing was tried");
        }
        if (choicePoints == 0) {
            return Optional.of("0 choice points: this cannot fail by order, and every run was the"
                    + " same");
        }
        return Optional.empty();
    }

    /**
     * One line for people, such as {@code 3 of 1000 runs failed: 0.3 % (95 %: 0.062 % to 0.87 %)}.
     */
    public String text() {
        String head = failures + " of " + runs + (runs == 1 ? " run failed" : " runs failed");
        if (runs == 0) {
            return head;
        }
        Bounds bounds = failureBounds();
        return head + ": " + percent(failureRate()) + " (95 %: " + percent(bounds.lower()) + " to "
                + percent(bounds.upper()) + ")";
    }

    /** A share in per cent, with as many digits as make sense: {@code 0.062 %}. */
    public static String percent(double share) {
        BigDecimal percent = new BigDecimal(share).movePointRight(2).round(PRECISION)
                .stripTrailingZeros();
        return (percent.signum() == 0 ? "0" : percent.toPlainString()) + " %";
    }
}
