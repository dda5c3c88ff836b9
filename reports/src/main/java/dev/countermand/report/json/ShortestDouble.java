package dev.countermand.report.json;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * The shortest decimal number that reads back as the same double, in the layout of Python's
 * {@code repr}.
 *
 * <p>{@code Double.toString} is of no use here: before JDK 19 it often wrote a digit too many, so
 * the same run would give other bytes on another JDK. Among the shortest numbers the nearest one is
 * taken, as in David M. Gay, "Correctly rounded binary-decimal and decimal-binary conversions"
 * (1990), mode 0, which CPython uses.
 */
public final class ShortestDouble {
    /** Every double is the nearest one to some decimal number of that many digits. */
    private static final int MAX_DIGITS = 17;

    /** From this power of ten on, and below the one after it, Python writes an exponent. */
    private static final int EXPONENT_FROM = 16;

    private static final int EXPONENT_BELOW = -3;

    private ShortestDouble() {}

    /**
     * Writes a number; what it writes is JSON, and has a point or an exponent.
     *
     * @throws IllegalArgumentException if the number is infinite or not a number
     */
    public static String write(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("expected a finite number, but found " + value);
        }
        if (value == 0) {
            return 1 / value < 0 ? "-0.0" : "0.0";
        }
        BigDecimal digits = shortest(Math.abs(value)).stripTrailingZeros();
        return (value < 0 ? "-" : "") + layOut(digits);
    }

    private static BigDecimal shortest(double value) {
        BigDecimal exact = new BigDecimal(value);
        for (int digits = 1; digits < MAX_DIGITS; digits++) {
            BigDecimal near = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
            if (near.doubleValue() == value) {
                return near;
            }
            // Below a power of two doubles lie twice as dense as above it, so that the nearest
            // number may miss the power while the one above it, though further away, reads back as
            // it.
            BigDecimal above = exact.round(new MathContext(digits, RoundingMode.CEILING));
            if (above.doubleValue() == value) {
                return above;
            }
        }
        return exact.round(new MathContext(MAX_DIGITS, RoundingMode.HALF_EVEN));
    }

    private static String layOut(BigDecimal number) {
        String digits = number.unscaledValue().toString();
        int pointAt = digits.length() - number.scale();
        if (pointAt > EXPONENT_FROM || pointAt < EXPONENT_BELOW) {
            int exponent = pointAt - 1;
            String mantissa = digits.length() == 1
                    ? digits
                    : digits.charAt(0) + "." + digits.substring(1);
            String size = (Math.abs(exponent) < 10 ? "0" : "") + Math.abs(exponent);
            return mantissa + (exponent < 0 ? "e-" : "e+") + size;
        }
        if (pointAt <= 0) {
            return "0." + "0".repeat(-pointAt) + digits;
        }
        if (pointAt >= digits.length()) {
            return digits + "0".repeat(pointAt - digits.length()) + ".0";
        }
        return digits.substring(0, pointAt) + "." + digits.substring(pointAt);
    }
}
