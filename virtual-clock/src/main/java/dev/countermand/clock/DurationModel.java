package dev.countermand.clock;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.LongSupplier;
import org.apache.commons.math3.distribution.ExponentialDistribution;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.WeibullDistribution;
import org.apache.commons.math3.util.FastMath;

/**
 * A distribution from which durations are drawn: how long a simulated job or message takes.
 *
 * <p>A model is a value, without a source of randomness; {@link #sampler} joins the two. All
 * parameters are in seconds unless said otherwise. Every model draws by inverse transform: exactly
 * one draw of 64 bits gives one duration, so that no model shifts the stream of random numbers for
 * what follows, and more bits never give a shorter duration (compared unsigned, up to the accuracy
 * of the gamma distribution's solver). The arithmetic is commons-math3's, in plain Java, so that a
 * seed gives the same durations on every JDK and in every locale.
 *
 * <p>Durations are whole nanoseconds from 0 to just below 2^24 s (about 194 days), the time up to
 * which asyncio's own clock tells neighbouring nanoseconds apart; longer ones are cut to that.
 *
 * <p>{@code toString} gives the text that {@link #parse} reads, such as {@code exp(0.5)}.
 */
public sealed interface DurationModel {

    /** Durations are shorter than this many seconds. */
    double LIMIT_SECONDS = 1 << 24;

    /**
     * The duration in seconds below which the given part of all durations lies, before any cutting:
     * the inverse of the cumulative distribution function, for arguments from 0 to just below 1.
     * Its value may be infinite at the ends, never NaN.
     */
    DoubleUnaryOperator quantileSeconds();

    /**
     * Joins this model to a source of randomness.
     *
     * @param bits gives 64 uniformly distributed random bits at each call; called once for a
     *     duration
     */
    default DurationSampler sampler(LongSupplier bits) {
        return new DurationSampler(this, bits);
    }

    /**
     * Reads a model from its text: a name, and parameters in parentheses, such as
     * {@code uniform(1, 2)}. The names and parameters are {@code constant(seconds)},
     * {@code uniform(low, high)}, {@code exp(mean)}, {@code normal(mean, sd)},
     * {@code lognormal(mu, sigma)}, {@code weibull(shape, scale)}, {@code gamma(shape, scale)} and
     * {@code empirical(seconds, ..)}.
     *
     * @throws IllegalArgumentException if the text is no model, or a parameter is out of its range;
     *     the message quotes the text and names what is wrong in it
     */
    static DurationModel parse(String text) {
        return DurationModelText.parse(text);
    }

    /** Always this duration; see {@link Constant}. */
    static DurationModel constant(double seconds) {
        return new Constant(seconds);
    }

    /** Equally likely from {@code low} up to, not including, {@code high}; see {@link Uniform}. */
    static DurationModel uniform(double low, double high) {
        return new Uniform(low, high);
    }

    /** The time between events that come independently of each other; see {@link Exponential}. */
    static DurationModel exponential(double mean) {
        return new Exponential(mean);
    }

    /** A bell curve of which only the part from 0 on is used; see {@link Normal}. */
    static DurationModel normal(double mean, double sd) {
        return new Normal(mean, sd);
    }

    /** A duration whose logarithm is normal; see {@link LogNormal}. */
    static DurationModel logNormal(double mu, double sigma) {
        return new LogNormal(mu, sigma);
    }

    /** The Weibull distribution; see {@link Weibull}. */
    static DurationModel weibull(double shape, double scale) {
        return new Weibull(shape, scale);
    }

    /** The gamma distribution; see {@link Gamma}. */
    static DurationModel gamma(double shape, double scale) {
        return new Gamma(shape, scale);
    }

    /** One of these measured durations, each as likely as the others; see {@link Empirical}. */
    static DurationModel empirical(double... seconds) {
        return new Empirical(Arrays.stream(seconds).boxed().toList());
    }

    /**
     * Always the same duration.
     *
     * @param seconds the duration, from 0 to below {@link #LIMIT_SECONDS}
     */
    record Constant(double seconds) implements DurationModel {
        /** @throws IllegalArgumentException if the parameter is out of its range */
        public Constant {
            DurationModelText.requireDuration("constant", "seconds", seconds);
        }

        @Override
        public DoubleUnaryOperator quantileSeconds() {
            return u -> seconds;
        }

        @Override
        public String toString() {
            return DurationModelText.of("constant", seconds);
        }
    }

    /**
     * Every duration between two bounds is equally likely.
     *
     * @param low the least duration, from 0 to below {@link #LIMIT_SECONDS}
     * @param high the bound that no duration reaches but by rounding to nanoseconds; not below
     *     {@code low}
     */
    record Uniform(double low, double high) implements DurationModel {
        /** @throws IllegalArgumentException if a parameter is out of its range */
        public Uniform {
            DurationModelText.requireDuration("uniform", "low", low);
            DurationModelText.requireDuration("uniform", "high", high);
            if (high < low) {
                throw new IllegalArgumentException("uniform: high must not be below low, but "
                        + DurationModelText.number(high) + " < " + DurationModelText.number(low));
            }
        }

        @Override
        public DoubleUnaryOperator quantileSeconds() {
            return u -> low + u * (high - low);
        }

        @Override
        public String toString() {
            return DurationModelText.of("uniform", low, high);
        }
    }

    /**
     * The exponential distribution: the time until the next of events that come independently.
     *
     * @param mean its mean, more than 0
     */
    record Exponential(double mean) implements DurationModel {
        /** @throws IllegalArgumentException if the parameter is out of its range */
        public Exponential {
            DurationModelText.requirePositive("exp", "mean", mean);
        }

        @Override
        public DoubleUnaryOperator quantileSeconds() {
            return new ExponentialDistribution(null, mean)::inverseCumulativeProbability;
        }

        @Override
        public String toString() {
            return DurationModelText.of("exp", mean);
        }
    }

    /**
     * The normal distribution truncated at 0: distributed as a normal duration would be, given that
     * it is not negative. The mean of the durations is therefore somewhat above {@code mean}.
     *
     * @param mean the mean before truncation, 0 or more
     * @param sd the standard deviation before truncation, more than 0
     */
    record Normal(double mean, double sd) implements DurationModel {
        /** @throws IllegalArgumentException if a parameter is out of its range */
        public Normal {
            DurationModelText.requireFinite("normal", "mean", mean);
            if (mean < 0) {
                throw new IllegalArgumentException(
                        "normal: mean must be 0 or more, not " + DurationModelText.number(mean));
            }
            DurationModelText.requirePositive("normal", "sd", sd);
        }

        /*
         * Taken from the lower tail of the mirrored distribution, where the probabilities of long
         * durations are small numbers, exact to the last bit, and not differences from 1.
         */
        @Override
        public DoubleUnaryOperator quantileSeconds() {
            NormalDistribution standard = new NormalDistribution(null, 0, 1);
            double notNegative = standard.cumulativeProbability(mean / sd);
            return u -> mean - sd * standard.inverseCumulativeProbability(notNegative * (1 - u));
        }

        @Override
        public String toString() {
            return DurationModelText.of("normal", mean, sd);
        }
    }

    /**
     * The log-normal distribution: the natural logarithm of the duration in seconds is normal. The
     * median is {@code exp(mu)} seconds.
     *
     * @param mu the mean of the logarithm, any number
     * @param sigma the standard deviation of the logarithm, more than 0
     */
    record LogNormal(double mu, double sigma) implements DurationModel {
        /** @throws IllegalArgumentException if a parameter is out of its range */
        public LogNormal {
            DurationModelText.requireFinite("lognormal", "mu", mu);
            DurationModelText.requirePositive("lognormal", "sigma", sigma);
        }

        @Override
        public DoubleUnaryOperator quantileSeconds() {
            NormalDistribution logarithm = new NormalDistribution(null, mu, sigma);
            return u -> FastMath.exp(logarithm.inverseCumulativeProbability(u));
        }

        @Override
        public String toString() {
            return DurationModelText.of("lognormal", mu, sigma);
        }
    }

    /**
     * The Weibull distribution: exponential at shape 1, with a heavier tail below and a lighter one
     * above.
     *
     * @param shape more than 0
     * @param scale more than 0; about 63 % of the durations are shorter
     */
    record Weibull(double shape, double scale) implements DurationModel {
        /** @throws IllegalArgumentException if a parameter is out of its range */
        public Weibull {
            DurationModelText.requirePositive("weibull", "shape", shape);
            DurationModelText.requirePositive("weibull", "scale", scale);
        }

        @Override
        public DoubleUnaryOperator quantileSeconds() {
            return new WeibullDistribution(null, shape, scale)::inverseCumulativeProbability;
        }

        @Override
        public String toString() {
            return DurationModelText.of("weibull", shape, scale);
        }
    }

    /**
     * The gamma distribution; with a whole number as shape, the sum of so many exponential
     * durations. Drawing from it solves an equation numerically: it takes microseconds, a hundred
     * and more at the largest shapes, where the others take a fraction of one. Beyond the bounds
     * below the solver fails or takes seconds.
     *
     * @param shape from 0.001 to 1,000,000
     * @param scale from 1e-9 to 1e7; the mean is {@code shape * scale}
     */
    record Gamma(double shape, double scale) implements DurationModel {

        /** A thousandth of a nanosecond: below what rounding to nanoseconds can show. */
        private static final double ACCURACY_SECONDS = 1e-12;

        /** @throws IllegalArgumentException if a parameter is out of its range */
        public Gamma {
            DurationModelText.requireBetween("gamma", "shape", shape, 1e-3, 1e6);
            DurationModelText.requireBetween("gamma", "scale", scale, 1e-9, 1e7);
        }

        @Override
        public DoubleUnaryOperator quantileSeconds() {
            return new GammaDistribution(null, shape, scale, ACCURACY_SECONDS)
                    ::inverseCumulativeProbability;
        }

        @Override
        public String toString() {
            return DurationModelText.of("gamma", shape, scale);
        }
    }

    /**
     * One of some measured durations, each as likely as the others; a duration that was measured
     * twice is listed twice. Nothing is interpolated.
     *
     * @param seconds the durations, at least one, each from 0 to below {@link #LIMIT_SECONDS}; kept
     *     in ascending order
     */
    record Empirical(List<Double> seconds) implements DurationModel {
        /** @throws IllegalArgumentException if there are none, or one is out of its range */
        public Empirical {
            if (seconds.isEmpty()) {
                throw new IllegalArgumentException("empirical: needs at least one duration");
            }
            for (double each : seconds) {
                DurationModelText.requireDuration("empirical", "each duration", each);
            }
            seconds = seconds.stream().sorted().toList();
        }

        @Override
        public DoubleUnaryOperator quantileSeconds() {
            double[] ascending = seconds.stream().mapToDouble(Double::doubleValue).toArray();
            return u -> ascending[(int) (u * ascending.length)];
        }

        @Override
        public String toString() {
            return DurationModelText.of(
                    "empirical", seconds.stream().mapToDouble(Double::doubleValue).toArray());
        }
    }
}
