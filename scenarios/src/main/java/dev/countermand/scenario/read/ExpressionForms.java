package dev.countermand.scenario.read;

import dev.countermand.scenario.model.BinaryOperator;
import dev.countermand.scenario.model.Expression;
import dev.countermand.scenario.model.Inspection;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/** The expressions: objects with one key. */
final class ExpressionForms {

    private static final FieldType<List<Expression>> PAIR =
            new ListType<>(ValueType.ANY, "a list of two values", 2, 2);
    private static final FieldType<List<Expression>> VALUES =
            ListType.of(ValueType.ANY, "a list of values");
    private static final FieldType<List<Expression>> OPTIONS = new ListType<>(
            ValueType.ANY, "a list of at least one value", 1, Integer.MAX_VALUE);
    private static final FieldType<List<Expression>> NOTHING =
            new ListType<>(ValueType.ANY, "an empty list", 0, 0);

    private ExpressionForms() {}

    static List<Form<Expression>> all() {
        List<Form<Expression>> forms = new ArrayList<>();
        forms.add(form("var", NameType.REFERENCE, (place, name) -> new Expression.Variable(name)));
        for (BinaryOperator operator : BinaryOperator.values()) {
            forms.add(pair(operator.symbol(),
                    (a, b) -> new Expression.Binary(operator, a, b)));
        }
        forms.add(pair("and", Expression.And::new));
        forms.add(pair("or", Expression.Or::new));
        forms.add(form("not", ValueType.ANY, (place, a) -> new Expression.Not(a)));
        forms.add(form("list", VALUES, (place, items) -> new Expression.ListOf(items)));
        forms.add(form("len", ValueType.ANY, (place, a) -> new Expression.Length(a)));
        forms.add(pair("at", Expression.ItemAt::new));
        forms.add(form("choose", OPTIONS,
                (place, options) -> new Expression.Choose(place.pointer(), options)));
        addInspections(forms);
        return forms;
    }

    private static void addInspections(List<Form<Expression>> forms) {
        forms.add(of("done", Inspection.Done::new));
        forms.add(of("cancelled", Inspection.Cancelled::new));
        forms.add(of("cancelling", Inspection.Cancelling::new));
        forms.add(of("result", Inspection.Result::new));
        forms.add(of("exception", Inspection.ExceptionOf::new));
        forms.add(of("error_name", Inspection.NameOfError::new));
        forms.add(of("error_text", Inspection.TextOfError::new));
        forms.add(of("task_name", Inspection.TaskName::new));
        forms.add(of("locked", Inspection.Locked::new));
        forms.add(of("qsize", Inspection.QueueSize::new));
        forms.add(of("is_set", Inspection.IsSet::new));
        forms.add(of("n_waiting", Inspection.WaitingCount::new));
        forms.add(of("context", Inspection.ContextValue::new));
        forms.add(of("expired", Inspection.Expired::new));
        forms.add(of("timeout_when", Inspection.TimeoutWhen::new));
        forms.add(ofNothing("time", Inspection.LoopTime::new));
        forms.add(ofNothing("current_task", Inspection.CurrentTaskName::new));
        forms.add(ofNothing("all_tasks", Inspection.AllTaskNames::new));
    }

    private static Form<Expression> pair(
            String key, BiFunction<Expression, Expression, Expression> maker) {
        return form(key, PAIR, (place, ab) -> maker.apply(ab.get(0), ab.get(1)));
    }

    private static Form<Expression> of(String key, Function<String, Expression> maker) {
        return form(key, NameType.REFERENCE, (place, name) -> maker.apply(name));
    }

    private static Form<Expression> ofNothing(String key, Supplier<Expression> maker) {
        return form(key, NOTHING, (place, nothing) -> maker.get());
    }

    private static <T> Form<Expression> form(
            String key, FieldType<T> operand, BiFunction<Place, T, Expression> maker) {
        Field<T> field = Field.of(key, operand);
        return FormHead.of(key, "the expression " + Wording.quote(key), field)
                .makes(fields -> maker.apply(fields.place(), fields.get(field)));
    }
}
