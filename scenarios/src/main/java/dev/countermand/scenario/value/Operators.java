package dev.countermand.scenario.value;

import dev.countermand.loop.error.TypeError;
import dev.countermand.scenario.model.BinaryOperator;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Python's operators, with CPython's errors. */
public final class Operators {
    private static final int MAX_REPEATED = 1_000_000;

    private Operators() {}

    /** Applies a binary operator. */
    public static @Nullable Object apply(
            BinaryOperator operator, @Nullable Object left, @Nullable Object right) {
        return switch (operator) {
            case ADD -> add(left, right);
            case SUBTRACT -> subtract(left, right);
            case MULTIPLY -> multiply(left, right);
            case EQUAL -> equal(left, right);
            case NOT_EQUAL -> !equal(left, right);
            case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> holds(
                    operator, compare(operator.symbol(), left, right));
            case IN -> contains(right, left);
        };
    }

    private static boolean holds(BinaryOperator operator, int order) {
        if (order == UNORDERED) {
            return false;
        }
        return switch (operator) {
            case LESS -> order < 0;
            case LESS_OR_EQUAL -> order <= 0;
            case GREATER -> order > 0;
            default -> order >= 0;
        };
    }

    private static final int UNORDERED = 2;

    private static @Nullable Object add(@Nullable Object left, @Nullable Object right) {
        if (left instanceof Long a && right instanceof Long b) {
            long sum = a + b;
            boolean overflow = ((a ^ sum) & (b ^ sum)) < 0;
            return overflow ? (Object) BigInteger.valueOf(a).add(BigInteger.valueOf(b)) : sum;
        }
        if (isNumber(left) && isNumber(right)) {
            return isFloat(left) || isFloat(right)
                    ? (Object) (toDouble(left) + toDouble(right))
                    : narrow(toInt(left).add(toInt(right)));
        }
        if (left instanceof String a) {
            if (right instanceof String b) {
                return a + b;
            }
            throw new TypeError("can only concatenate str (not \"" + Values.shortTypeName(right)
                    + "\") to str");
        }
        if (left instanceof List<?> a) {
            if (right instanceof List<?> b) {
                List<@Nullable Object> joined = new ArrayList<>(a);
                joined.addAll(b);
                return joined;
            }
            throw new TypeError("can only concatenate list (not \"" + Values.shortTypeName(right)
                    + "\") to list");
        }
        throw unsupported("+", left, right);
    }

    private static Object subtract(@Nullable Object left, @Nullable Object right) {
        if (!isNumber(left) || !isNumber(right)) {
            throw unsupported("-", left, right);
        }
        return isFloat(left) || isFloat(right)
                ? (Object) (toDouble(left) - toDouble(right))
                : narrow(toInt(left).subtract(toInt(right)));
    }

    private static Object multiply(@Nullable Object left, @Nullable Object right) {
        if (isNumber(left) && isNumber(right)) {
            return isFloat(left) || isFloat(right)
                    ? (Object) (toDouble(left) * toDouble(right))
                    : narrow(toInt(left).multiply(toInt(right)));
        }
        if (isSequence(left) || isSequence(right)) {
            Object sequence = isSequence(left) ? left : right;
            Object count = isSequence(left) ? right : left;
            if (!isNumber(count) || isFloat(count)) {
                throw new TypeError("can't multiply sequence by non-int of type '"
                        + Values.typeName(count) + "'");
            }
            return repeat(sequence, toInt(count));
        }
        throw unsupported("*", left, right);
    }

    private static Object repeat(@Nullable Object sequence, BigInteger count) {
        int length = sequence instanceof String text ? text.length() : ((List<?>) sequence).size();
        BigInteger total = count.max(BigInteger.ZERO).multiply(BigInteger.valueOf(length));
        if (total.compareTo(BigInteger.valueOf(MAX_REPEATED)) > 0) {
            throw new RaisedError("MemoryError", null);
        }
        int times = count.max(BigInteger.ZERO).min(BigInteger.valueOf(MAX_REPEATED)).intValue();
        if (sequence instanceof String text) {
            return text.repeat(times);
        }
        List<@Nullable Object> repeated = new ArrayList<>();
        for (int i = 0; i < times && length > 0; i++) {
            repeated.addAll((List<?>) sequence);
        }
        return repeated;
    }

    /** {@code left == right}: numbers by value, lists item by item, other objects by identity. */
    public static boolean equal(@Nullable Object left, @Nullable Object right) {
        if (left == right) {
            return !(left instanceof Double number) || !number.isNaN();
        }
        if (left == null || right == null) {
            return false;
        }
        if (isNumber(left) && isNumber(right)) {
            return compareNumbers(left, right) == 0;
        }
        if (left instanceof String || right instanceof String) {
            return left.equals(right);
        }
        if (left instanceof List<?> a && right instanceof List<?> b) {
            if (a.size() != b.size()) {
                return false;
            }
            for (int i = 0; i < a.size(); i++) {
                if (!equal(a.get(i), b.get(i))) {
                    return false;
                }
            }
            return true;
        }
        return false;
    }

    /** Orders two values as {@code <} and its relatives do; the symbol is for the error. */
    private static int compare(String symbol, @Nullable Object left, @Nullable Object right) {
        if (isNumber(left) && isNumber(right)) {
            return compareNumbers(left, right);
        }
        if (left instanceof String a && right instanceof String b) {
            return Integer.signum(compareCodePoints(a, b));
        }
        if (left instanceof List<?> a && right instanceof List<?> b) {
            for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
                if (!equal(a.get(i), b.get(i))) {
                    return compare(symbol, a.get(i), b.get(i));
                }
            }
            return Integer.compare(a.size(), b.size());
        }
        throw new TypeError("'" + symbol + "' not supported between instances of '"
                + Values.typeName(left) + "' and '" + Values.typeName(right) + "'");
    }

    /** The order that {@code heapq} sees in a priority queue. */
    public static int compareItems(@Nullable Object left, @Nullable Object right) {
        return compare("<", left, right);
    }

    private static int compareCodePoints(String left, String right) {
        int[] a = left.codePoints().toArray();
        int[] b = right.codePoints().toArray();
        return Arrays.compare(a, b);
    }

    private static int compareNumbers(Object left, Object right) {
        if (left instanceof Long a && right instanceof Long b) {
            return Long.compare(a, b);
        }
        if (isFloat(left) && isFloat(right)) {
            double a = (Double) left;
            double b = (Double) right;
            return a < b ? -1 : a > b ? 1 : a == b ? 0 : UNORDERED;
        }
        double odd = isFloat(left) ? (Double) left : isFloat(right) ? (Double) right : 0;
        if (Double.isNaN(odd)) {
            return UNORDERED;
        }
        if (Double.isInfinite(odd)) {
            return Double.compare(toDouble(left), toDouble(right));
        }
        return toDecimal(left).compareTo(toDecimal(right));
    }

    private static boolean contains(@Nullable Object container, @Nullable Object item) {
        if (container instanceof List<?> list) {
            return indexOf(list, item) >= 0;
        }
        if (container instanceof String text) {
            if (item instanceof String part) {
                return text.contains(part);
            }
            throw new TypeError("'in <string>' requires string as left operand, not "
                    + Values.shortTypeName(item));
        }
        throw new TypeError("argument of type '" + Values.typeName(container)
                + "' is not a container or iterable");
    }

    /** The place of the first equal item, -1 if there is none. */
    public static int indexOf(List<?> list, @Nullable Object item) {
        for (int i = 0; i < list.size(); i++) {
            if (equal(list.get(i), item)) {
                return i;
            }
        }
        return -1;
    }

    /** {@code len(value)}. */
    public static Object length(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return (long) list.size();
        }
        if (value instanceof String text) {
            return (long) text.codePointCount(0, text.length());
        }
        throw new TypeError("object of type '" + Values.typeName(value) + "' has no len()");
    }

    /** {@code container[index]}. */
    public static @Nullable Object at(@Nullable Object container, @Nullable Object index) {
        if (container instanceof List<?> list) {
            return list.get(index("list", index, list.size()));
        }
        if (container instanceof String text) {
            int[] points = text.codePoints().toArray();
            return Character.toString(points[index("string", index, points.length)]);
        }
        throw new TypeError("'" + Values.typeName(container) + "' object is not subscriptable");
    }

    private static int index(String what, @Nullable Object index, int size) {
        if (!isNumber(index) || isFloat(index)) {
            throw new TypeError(what + " indices must be integers"
                    + (what.equals("list") ? " or slices, not " : ", not '")
                    + Values.typeName(index) + (what.equals("list") ? "" : "'"));
        }
        BigInteger place = toInt(index);
        BigInteger counted = place.signum() < 0 ? place.add(BigInteger.valueOf(size)) : place;
        if (counted.signum() < 0 || counted.compareTo(BigInteger.valueOf(size)) >= 0) {
            throw new RaisedError("IndexError", what + " index out of range");
        }
        return counted.intValue();
    }

    /** How often {@code range(times)} counts. */
    public static long times(@Nullable Object value) {
        if (!isNumber(value) || isFloat(value)) {
            throw new TypeError("'" + Values.typeName(value)
                    + "' object cannot be interpreted as an integer");
        }
        return toInt(value).min(BigInteger.valueOf(Long.MAX_VALUE))
                .max(BigInteger.ZERO).longValue();
    }

    /** Whether a value is a number; in Python, True and False are. */
    public static boolean isNumber(@Nullable Object value) {
        return value instanceof Number || value instanceof Boolean;
    }

    private static boolean isFloat(@Nullable Object value) {
        return value instanceof Double;
    }

    private static boolean isSequence(@Nullable Object value) {
        return value instanceof String || value instanceof List;
    }

    /** The nearest double of a number. */
    public static double toDouble(@Nullable Object number) {
        return number instanceof Boolean bool
                ? bool ? 1 : 0
                : ((Number) number).doubleValue();
    }

    private static BigInteger toInt(@Nullable Object number) {
        if (number instanceof BigInteger big) {
            return big;
        }
        if (number instanceof Boolean bool) {
            return bool ? BigInteger.ONE : BigInteger.ZERO;
        }
        return BigInteger.valueOf((Long) number);
    }

    private static BigDecimal toDecimal(Object number) {
        return isFloat(number) ? new BigDecimal((Double) number) : new BigDecimal(toInt(number));
    }

    private static Object narrow(BigInteger number) {
        return number.bitLength() < Long.SIZE ? (Object) number.longValue() : number;
    }

    private static TypeError unsupported(
            String symbol, @Nullable Object left, @Nullable Object right) {
        return new TypeError("unsupported operand type(s) for " + symbol + ": '"
                + Values.typeName(left) + "' and '" + Values.typeName(right) + "'");
    }
}
