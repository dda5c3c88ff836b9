package dev.countermand.scenario.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What gives a value: a literal, or a form with one key such as {@code {"+": [a, b]}}. A {@code
 * String} component is a reference, the name of a variable or object. An expression raises where
 * Python would, inside the operation that holds it.
 */
public sealed interface Expression permits Expression.Literal, Expression.Variable,
        Expression.Binary, Expression.And, Expression.Or, Expression.Not, Expression.ListOf,
        Expression.Length, Expression.ItemAt, Expression.Choose, Inspection {

    /**
     * A JSON literal.
     *
     * @param value null, Boolean, Long, BigInteger (beyond 64 bits only), finite Double, String, or
     *     an unmodifiable List of such values. A list literal makes a new list at each evaluation.
     */
    record Literal(@Nullable Object value) implements Expression {

        /** Python's None. */
        public static final Literal NONE = new Literal(null);
    }

    /** {@code {"var": name}}. */
    record Variable(String name) implements Expression {}

    /** {@code left operator right}, both evaluated, the left one first. */
    record Binary(BinaryOperator operator, Expression left, Expression right)
            implements Expression {}

    /** {@code left and right}: as in Python, one of the operands, the right one only if needed. */
    record And(Expression left, Expression right) implements Expression {}

    /** {@code left or right}: as in Python, one of the operands, the right one only if needed. */
    record Or(Expression left, Expression right) implements Expression {}

    /** {@code not operand}. */
    record Not(Expression operand) implements Expression {}

    /** {@code [a, ..]}: a new list. */
    record ListOf(List<Expression> items) implements Expression {
        public ListOf {
            items = List.copyOf(items);
        }
    }

    /** {@code len(operand)}. */
    record Length(Expression operand) implements Expression {}

    /** {@code list[index]}. */
    record ItemAt(Expression list, Expression index) implements Expression {}

    /**
     * A choice point: one of the options, the first by default; there is at least one. Its JSON
     * pointer names it in reports.
     */
    record Choose(String pointer, List<Expression> options) implements Expression {
        public Choose {
            options = List.copyOf(options);
        }
    }
}
