package dev.countermand.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.apache.commons.math3.distribution.ExponentialDistribution;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.distribution.LogNormalDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.RealDistribution;
import org.apache.commons.math3.distribution.UniformRealDistribution;
import org.apache.commons.math3.distribution.WeibullDistribution;
import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;
import org.junit.jupiter.api.Test;

/**
 * Durations against the distribution they claim, by the Kolmogorov-Smirnov test, and against the
 * textbook's mean and variance, which do not come from the library that drew them. Seeds are fixed.
 */
class DurationModelStatisticsTest {

    private static final int DRAWS = 5000;

    @Test
    void durationsFollowTheirDistribution() {
        assertFollows("uniform(1, 2)", new UniformRealDistribution(null, 1, 2));
        assertFollows("exp(0.5)", new ExponentialDistribution(null, 0.5));
        assertFollows("lognormal(-1, 0.5)", new LogNormalDistribution(null, -1, 0.5));
        assertFollows("weibull(1.5, 2)", new WeibullDistribution(null, 1.5, 2));
        assertFollows("gamma(0.5, 2)", new GammaDistribution(null, 0.5, 2));
        assertFollows("gamma(9, 0.5)", new GammaDistribution(null, 9, 0.5));
        assertFollows("normal(10, 1)", new NormalDistribution(null, 10, 1));
    }

    /** From the definition, unlike the model, which mirrors the distribution. */
    @Test
    void normalDurationsAreThoseOfANormalDistributionThatAreNotNegative() {
        assertTruncated(1, 2);
        assertTruncated(0, 2);
    }

    private static void assertTruncated(double mean, double sd) {
        NormalDistribution whole = new NormalDistribution(null, mean, sd);
        double negative = whole.cumulativeProbability(0);
        String model = DurationModel.normal(mean, sd).toString();
        double[] parts = Arrays.stream(draw(model))
                .map(x -> (whole.cumulativeProbability(x) - negative) / (1 - negative))
                .toArray();
        assertThat(pValue(parts, new UniformRealDistribution(null, 0, 1)))
                .as(model).isGreaterThan(0.01);
    }

    /** Without this the test above could pass by being blind. */
    @Test
    void theTestTellsNeighbouringDistributionsApart() {
        assertThat(pValue("exp(0.5)", new ExponentialDistribution(null, 0.55))).isLessThan(1e-4);
        assertThat(pValue("normal(1, 2)", new NormalDistribution(null, 1, 2))).isLessThan(1e-4);
        assertThat(pValue("gamma(9, 0.5)", new GammaDistribution(null, 9.5, 0.5)))
                .isLessThan(1e-4);
    }

    @Test
    void meanAndVarianceAreTheTextbooks() {
        assertMoments("constant(3)", 3, 0);
        assertMoments("uniform(1, 3)", 2, 4 / 12.0);
        assertMoments("exp(0.5)", 0.5, 0.25);
        assertMoments("normal(10, 1)", 10, 1);
        // The half-normal distribution.
        assertMoments("normal(0, 2)", 2 * Math.sqrt(2 / Math.PI), 4 * (1 - 2 / Math.PI));
        double median = Math.exp(0.5 * 0.5);
        assertMoments("lognormal(0, 0.5)", Math.sqrt(median), (median - 1) * median);
        // Shape 2 is the Rayleigh distribution.
        assertMoments("weibull(2, 1)", Math.sqrt(Math.PI) / 2, 1 - Math.PI / 4);
        assertMoments("gamma(2.5, 0.5)", 1.25, 0.625);
        assertMoments("empirical(1, 1, 4)", 2, 2);
    }

    @Test
    void everyMeasuredDurationIsAsLikelyAsTheOthers() {
        int[] counts = new int[4];
        for (double seconds : draw("empirical(3, 0, 2, 1)")) {
            counts[(int) seconds]++;
        }
        for (int count : counts) {
            assertThat(count).isBetween(DRAWS / 4 - 150, DRAWS / 4 + 150);
        }
    }

    private static void assertFollows(String model, RealDistribution expected) {
        assertThat(pValue(model, expected)).as(model).isGreaterThan(0.01);
    }

    private static double pValue(String model, RealDistribution expected) {
        return pValue(draw(model), expected);
    }

    private static double pValue(double[] drawn, RealDistribution expected) {
        return new KolmogorovSmirnovTest().kolmogorovSmirnovTest(expected, drawn);
    }

    private static void assertMoments(String model, double mean, double variance) {
        DescriptiveStatistics drawn = new DescriptiveStatistics(draw(model));
        double fourErrors = 4 * Math.sqrt(variance / DRAWS);
        assertThat(Math.abs(drawn.getMean() - mean)).as("mean of " + model)
                .isLessThanOrEqualTo(fourErrors);
        assertThat(Math.abs(drawn.getVariance() - variance)).as("variance of " + model)
                .isLessThanOrEqualTo(0.15 * variance);
    }

    private static double[] draw(String model) {
        DurationSampler sampler =
                DurationModel.parse(model).sampler(new SplittableRandom(20)::nextLong);
        double[] seconds = new double[DRAWS];
        for (int i = 0; i < DRAWS; i++) {
            seconds[i] = sampler.nextNanos() / 1e9;
        }
        return seconds;
    }
}
