package dev.countermand.scenario.interpret;

import dev.countermand.loop.error.ValueError;
import dev.countermand.scenario.model.DataOperation;
import dev.countermand.scenario.value.Operators;
import dev.countermand.scenario.value.RaisedError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compiles assignments, lists and logging. */
final class DataInstructions {
    private DataInstructions() {}

    static Instruction compile(DataOperation operation, Names names) {
        if (operation instanceof DataOperation.Log log) {
            return log(log, names);
        }
        if (operation instanceof DataOperation.Set set) {
            Evaluation value = Expressions.compile(set.value(), names);
            Reference variable = names.reference(set.variable());
            return frame -> variable.set(frame, value.in(frame));
        }
        if (operation instanceof DataOperation.Append append) {
            Reference list = names.reference(append.list());
            Evaluation value = Expressions.compile(append.value(), names);
            return frame -> list(list, frame, "append").add(value.in(frame));
        }
        if (operation instanceof DataOperation.Remove remove) {
            Reference list = names.reference(remove.list());
            Evaluation value = Expressions.compile(remove.value(), names);
            return frame -> remove(list(list, frame, "remove"), value.in(frame));
        }
        if (operation instanceof DataOperation.Insert insert) {
            Reference list = names.reference(insert.list());
            Evaluation value = Expressions.compile(insert.value(), names);
            return frame -> insert(
                    list(list, frame, "insert"), insert.index(), value.in(frame));
        }
        DataOperation.Pop pop = (DataOperation.Pop) operation;
        Reference list = names.reference(pop.list());
        Reference as = names.target(pop.as());
        return frame -> as.set(frame, pop(list(list, frame, "pop"), pop.index()));
    }

    private static Instruction log(DataOperation.Log log, Names names) {
        if (log.value() == null) {
            return frame ->
                    frame.world.events().logged(frame.world.label(), log.text(), null, false);
        }
        Evaluation value = Expressions.compile(log.value(), names);
        return frame -> frame.world.events().logged(
                frame.world.label(), log.text(), value.in(frame), true);
    }

    @SuppressWarnings("unchecked")
    private static List<@Nullable Object> list(Reference reference, Frame frame, String method) {
        Object value = reference.get(frame);
        List<@Nullable Object> list = Cast.to(List.class, value, method);
        frame.world.noteChange(list);
        return list;
    }

    private static void remove(List<@Nullable Object> list, @Nullable Object value) {
        int place = Operators.indexOf(list, value);
        if (place < 0) {
            throw new ValueError("list.remove(x): x not in list");
        }
        list.remove(place);
    }

    private static void insert(
            List<@Nullable Object> list, int index, @Nullable Object value) {
        int counted = index < 0 ? index + list.size() : index;
        list.add(Math.max(0, Math.min(counted, list.size())), value);
    }

    private static @Nullable Object pop(List<@Nullable Object> list, int index) {
        if (list.isEmpty()) {
            throw new RaisedError("IndexError", "pop from empty list");
        }
        int counted = index < 0 ? index + list.size() : index;
        if (counted < 0 || counted >= list.size()) {
            throw new RaisedError("IndexError", "pop index out of range");
        }
        return list.remove(counted);
    }
}
