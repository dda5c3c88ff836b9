package dev.countermand.scenario.interpret;

import dev.countermand.loop.schedule.Alternatives;
import dev.countermand.loop.schedule.ChoiceKind;
import dev.countermand.scenario.model.Expression;
import dev.countermand.scenario.model.Inspection;
import dev.countermand.scenario.value.Operators;
import dev.countermand.scenario.value.Values;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compiles expressions. */
final class Expressions {
    private Expressions() {}

    static List<Evaluation> compileAll(List<Expression> expressions, Names names) {
        List<Evaluation> compiled = new ArrayList<>(expressions.size());
        expressions.forEach(expression -> compiled.add(compile(expression, names)));
        return compiled;
    }

    /** The values of several expressions, evaluated from left to right. */
    static @Nullable Object[] evaluate(List<Evaluation> expressions, Frame frame) {
        @Nullable Object[] values = new Object[expressions.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = expressions.get(i).in(frame);
        }
        return values;
    }

    /** Compiles an expression; whoever hears of accesses hears of each list that comes of it. */
    static Evaluation compile(Expression expression, Names names) {
        Evaluation plain = compilePlain(expression, names);
        return frame -> {
            Object value = plain.in(frame);
            if (value instanceof List) {
                frame.world.noteLists(value);
            }
            return value;
        };
    }

    private static Evaluation compilePlain(Expression expression, Names names) {
        if (expression instanceof Expression.Literal literal) {
            Object value = literal.value();
            return value instanceof List
                    ? frame -> SharedObject.copy(value)
                    : frame -> value;
        }
        if (expression instanceof Expression.Variable variable) {
            Reference reference = names.reference(variable.name());
            return reference::get;
        }
        if (expression instanceof Expression.Binary binary) {
            Evaluation left = compile(binary.left(), names);
            Evaluation right = compile(binary.right(), names);
            return frame -> Operators.apply(binary.operator(), left.in(frame), right.in(frame));
        }
        if (expression instanceof Inspection inspection) {
            return Inspections.compile(inspection, names);
        }
        return compileLogic(expression, names);
    }

    private static Evaluation compileLogic(Expression expression, Names names) {
        if (expression instanceof Expression.And and) {
            Evaluation left = compile(and.left(), names);
            Evaluation right = compile(and.right(), names);
            return frame -> {
                Object first = left.in(frame);
                return Values.truth(first) ? right.in(frame) : first;
            };
        }
        if (expression instanceof Expression.Or or) {
            Evaluation left = compile(or.left(), names);
            Evaluation right = compile(or.right(), names);
            return frame -> {
                Object first = left.in(frame);
                return Values.truth(first) ? first : right.in(frame);
            };
        }
        if (expression instanceof Expression.Not not) {
            Evaluation operand = compile(not.operand(), names);
            return frame -> !Values.truth(operand.in(frame));
        }
        return compileList(expression, names);
    }

    private static Evaluation compileList(Expression expression, Names names) {
        if (expression instanceof Expression.ListOf list) {
            List<Evaluation> items = compileAll(list.items(), names);
            return frame -> {
                List<@Nullable Object> values = new ArrayList<>(items.size());
                items.forEach(item -> values.add(item.in(frame)));
                return values;
            };
        }
        if (expression instanceof Expression.Length length) {
            Evaluation operand = compile(length.operand(), names);
            return frame -> Operators.length(operand.in(frame));
        }
        if (expression instanceof Expression.ItemAt at) {
            Evaluation list = compile(at.list(), names);
            Evaluation index = compile(at.index(), names);
            return frame -> Operators.at(list.in(frame), index.in(frame));
        }
        Expression.Choose choose = (Expression.Choose) expression;
        List<Evaluation> options = compileAll(choose.options(), names);
        return frame -> choose(frame, choose.pointer(), options);
    }

    private static @Nullable Object choose(Frame frame, String pointer, List<Evaluation> options) {
        int picked = frame.world.simulation().choices()
                .choose(ChoiceKind.CHOOSE, new Options(frame, pointer), options.size());
        return options.get(picked).in(frame);
    }

    /** Who chooses, and where. */
    private record Options(Frame frame, String pointer) implements Alternatives {
        @Override
        public String label() {
            String label = frame.label();
            return label == null ? pointer : label + " " + pointer;
        }

        @Override
        public String describe(int picked) {
            return Integer.toString(picked);
        }
    }
}
