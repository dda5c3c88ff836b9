package dev.countermand.scenario.interpret;

import static dev.countermand.loop.VersionDifference.SLEEP_REFUSES_NAN;

import dev.countermand.loop.SimLoop;
import dev.countermand.loop.error.ValueError;
import dev.countermand.scenario.model.BinaryOperator;
import dev.countermand.scenario.value.Operators;
import org.jspecify.annotations.Nullable;

/** Times of scenarios, which are seconds, and of the loop, which are nanoseconds. */
public final class Seconds {
    private static final double NANOS_PER_SECOND = 1e9;

    private Seconds() {}

    /** Nanoseconds nearest to a number of seconds, kept within the range of a long. */
    public static long toNanos(double seconds) {
        return Math.round(seconds * NANOS_PER_SECOND);
    }

    /** The double nearest to a number of nanoseconds, in seconds. */
    public static double ofNanos(long nanos) {
        return nanos / NANOS_PER_SECOND;
    }

    /** A delay in nanoseconds; what is no number raises as comparing it with 0 does. */
    static long delay(@Nullable Object value) {
        if (!Operators.isNumber(value)) {
            Operators.apply(BinaryOperator.LESS_OR_EQUAL, value, 0L);
        }
        return toNanos(Operators.toDouble(value));
    }

    /** A delay of {@code sleep} in nanoseconds. */
    static long toSleep(@Nullable Object value) {
        long nanos = delay(value);
        if (nanos == 0 && value instanceof Double number && number.isNaN()
                && SimLoop.running().python().has(SLEEP_REFUSES_NAN)) {
            throw new ValueError("Invalid delay: NaN (not a number)");
        }
        return nanos;
    }

    /** A time limit in nanoseconds from now, null for none; errors as adding it to a time has. */
    static @Nullable Long limit(@Nullable Object value) {
        return value == null ? null : toNanos(addable(value));
    }

    /** A number to be added to the loop's time. */
    static double addable(@Nullable Object value) {
        if (!Operators.isNumber(value)) {
            Operators.apply(BinaryOperator.ADD, 0.0, value);
        }
        return Operators.toDouble(value);
    }

    /** The loop's time in seconds. */
    static double now(SimLoop loop) {
        return ofNanos(loop.nanos());
    }
}
