package dev.countermand.clock;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of a {@link DurationModel}, both ways, and the checks of its parameters. */
final class DurationModelText {

    private static final String NAMES =
            "constant, uniform, exp, normal, lognormal, weibull, gamma, empirical";

    private static final Pattern CALL = Pattern.compile("\\s*([A-Za-z]+)\\s*\\(([^()]*)\\)\\s*");

    /** Stricter than Java's own reading, which takes "1f", "NaN" and hexadecimal numbers. */
    private static final Pattern NUMBER =
            Pattern.compile("[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][+-]?[0-9]+)?");

    private static final int DIGITS_THAT_ALWAYS_SUFFICE = 17;

    private DurationModelText() {}

    static DurationModel parse(String text) {
        Matcher call = CALL.matcher(text);
        if (!call.matches()) {
            throw new IllegalArgumentException(quote(text)
                    + " is no duration model; write a name and parameters, such as exp(0.5)");
        }
        try {
            return model(call.group(1), numbers(call.group(2)));
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException(
                    "in duration model " + quote(text) + ": " + wrong.getMessage(), wrong);
        }
    }

    private static DurationModel model(String name, double[] given) {
        return switch (name) {
            case "constant" -> DurationModel.constant(only(given, "constant(seconds)"));
            case "exp" -> DurationModel.exponential(only(given, "exp(mean)"));
            case "uniform" -> {
                requireTwo(given, "uniform(low, high)");
                yield DurationModel.uniform(given[0], given[1]);
            }
            case "normal" -> {
                requireTwo(given, "normal(mean, sd)");
                yield DurationModel.normal(given[0], given[1]);
            }
            case "lognormal" -> {
                requireTwo(given, "lognormal(mu, sigma)");
                yield DurationModel.logNormal(given[0], given[1]);
            }
            case "weibull" -> {
                requireTwo(given, "weibull(shape, scale)");
                yield DurationModel.weibull(given[0], given[1]);
            }
            case "gamma" -> {
                requireTwo(given, "gamma(shape, scale)");
                yield DurationModel.gamma(given[0], given[1]);
            }
            case "empirical" -> DurationModel.empirical(given);
            default -> throw new IllegalArgumentException(
                    "unknown distribution " + quote(name) + "; there are " + NAMES);
        };
    }

    private static double only(double[] given, String usage) {
        requireCount(given, 1, usage);
        return given[0];
    }

    private static void requireTwo(double[] given, String usage) {
        requireCount(given, 2, usage);
    }

    private static void requireCount(double[] given, int count, String usage) {
        if (given.length != count) {
            throw new IllegalArgumentException(
                    "the parameters are " + usage + ", but " + given.length + " were given");
        }
    }

    private static double[] numbers(String list) {
        if (list.isBlank()) {
            return new double[0];
        }
        String[] parts = list.split(",", -1);
        double[] numbers = new double[parts.length];
        for (int i = 0; i < parts.length; i++) {
            String part = parts[i].strip();
            if (!NUMBER.matcher(part).matches()) {
                throw new IllegalArgumentException(
                        "parameter " + (i + 1) + " is no number: " + quote(part));
            }
            numbers[i] = Double.parseDouble(part);
        }
        return numbers;
    }

    private static String quote(String text) {
        return '"' + text + '"';
    }

    /** A model's text: the name, and the parameters in parentheses. */
    static String of(String name, double... parameters) {
        StringJoiner list = new StringJoiner(", ", name + "(", ")");
        for (double parameter : parameters) {
            list.add(number(parameter));
        }
        return list.toString();
    }

    /**
     * The shortest decimal number that reads back as the same double. {@link Double#toString} is
     * not used for it because its digits changed with JDK 19.
     */
    static String number(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return Double.toString(value);
        }
        BigDecimal exact = new BigDecimal(value);
        BigDecimal shortest = exact;
        for (int digits = 1; digits <= DIGITS_THAT_ALWAYS_SUFFICE; digits++) {
            shortest = exact.round(new MathContext(digits));
            if (shortest.doubleValue() == value) {
                break;
            }
        }
        BigDecimal stripped = shortest.stripTrailingZeros();
        int exponent = stripped.precision() - stripped.scale();
        boolean plain = stripped.signum() == 0 || (exponent > -6 && exponent <= 16);
        return plain ? stripped.toPlainString() : stripped.toString();
    }

    /** Refuses what is no possible duration in seconds. */
    static void requireDuration(String model, String parameter, double seconds) {
        if (!(seconds >= 0 && seconds < DurationModel.LIMIT_SECONDS)) {
            throw new IllegalArgumentException(model + ": " + parameter
                    + " must be from 0 to below 2^24 (" + number(DurationModel.LIMIT_SECONDS)
                    + ") seconds, not " + number(seconds));
        }
    }

    /** Refuses what is not a finite number above 0. */
    static void requirePositive(String model, String parameter, double value) {
        if (!(value > 0 && value <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException(
                    model + ": " + parameter + " must be more than 0, not " + number(value));
        }
    }

    /** Refuses what does not lie between two bounds, both allowed. */
    static void requireBetween(
            String model, String parameter, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException(model + ": " + parameter + " must be from "
                    + number(least) + " to " + number(most) + ", not " + number(value));
        }
    }

    /** Refuses infinities and NaN. */
    static void requireFinite(String model, String parameter, double value) {
        if (!(Math.abs(value) <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException(
                    model + ": " + parameter + " must be a finite number, not " + number(value));
        }
    }
}
