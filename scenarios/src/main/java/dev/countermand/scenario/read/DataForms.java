package dev.countermand.scenario.read;

import static dev.countermand.scenario.read.Fields.AS;
import static dev.countermand.scenario.read.Fields.CONTEXTVAR;
import static dev.countermand.scenario.read.Fields.CORO;
import static dev.countermand.scenario.read.Fields.INDEX;
import static dev.countermand.scenario.read.Fields.LIST;
import static dev.countermand.scenario.read.Fields.MESSAGE;
import static dev.countermand.scenario.read.Fields.TASK;
import static dev.countermand.scenario.read.Fields.TEXT;
import static dev.countermand.scenario.read.Fields.THAT;
import static dev.countermand.scenario.read.Fields.VALUE;
import static dev.countermand.scenario.read.FormHead.operation;

import dev.countermand.scenario.model.ContextOperation;
import dev.countermand.scenario.model.DataOperation;
import dev.countermand.scenario.model.ExplorationOperation;
import dev.countermand.scenario.model.Expression;
import dev.countermand.scenario.model.Operation;
import dev.countermand.scenario.model.RunnerOperation;
import java.util.List;

/** The operations on variables and context variables, on the Runner, and for the explorer. */
final class DataForms {

    private static final Field<String> VAR = Field.of("var", NameType.ASSIGNED);
    private static final Field<String> TOKEN = Field.of("token", NameType.REFERENCE);
    private static final Field<Expression> CANCELS = Field.of("times", ValueType.COUNT);

    private DataForms() {}

    static List<Form<Operation>> data() {
        return List.of(
                operation("log", TEXT, VALUE.optional()).makes(f ->
                        new DataOperation.Log(f.pointer(), f.get(TEXT), f.find(VALUE))),
                operation("set", VAR, VALUE).makes(f ->
                        new DataOperation.Set(f.pointer(), f.get(VAR), f.get(VALUE))),
                operation("append", LIST, VALUE).makes(f ->
                        new DataOperation.Append(f.pointer(), f.get(LIST), f.get(VALUE))),
                operation("remove", LIST, VALUE).makes(f ->
                        new DataOperation.Remove(f.pointer(), f.get(LIST), f.get(VALUE))),
                operation("insert", LIST, INDEX, VALUE).makes(f -> new DataOperation.Insert(
                        f.pointer(), f.get(LIST), f.get(INDEX), f.get(VALUE))),
                operation("pop", LIST, INDEX.optional(), AS.optional())
                        .makes(f -> new DataOperation.Pop(
                                f.pointer(), f.get(LIST), f.or(INDEX, 0), f.find(AS))));
    }

    static List<Form<Operation>> context() {
        return List.of(
                operation("set_context", CONTEXTVAR, VALUE, AS.optional())
                        .makes(f -> new ContextOperation.SetContext(
                                f.pointer(), f.get(CONTEXTVAR), f.get(VALUE), f.find(AS))),
                operation("reset_context", CONTEXTVAR, TOKEN)
                        .makes(f -> new ContextOperation.ResetContext(
                                f.pointer(), f.get(CONTEXTVAR), f.get(TOKEN))));
    }

    static List<Form<Operation>> runner() {
        return List.of(
                operation("interrupt").makes(f -> new RunnerOperation.Interrupt(f.pointer())),
                operation("stop").makes(f -> new RunnerOperation.Stop(f.pointer())),
                operation("run_nested", CORO).makes(f -> new RunnerOperation.RunNested(
                        f.pointer(), Calls.coroutineWithoutArguments(f))));
    }

    static List<Form<Operation>> exploration() {
        Expression once = new Expression.Literal(1L);
        return List.of(
                operation("check", THAT, MESSAGE).makes(f -> new ExplorationOperation.Check(
                        f.pointer(), f.get(THAT), f.get(MESSAGE))),
                operation("may_cancel", TASK, CANCELS.optional(), MESSAGE.optional())
                        .makes(f -> new ExplorationOperation.MayCancel(
                                f.pointer(), f.get(TASK), f.or(CANCELS, once), f.find(MESSAGE))),
                operation("must_honour", TASK).makes(f ->
                        new ExplorationOperation.MustHonour(f.pointer(), f.get(TASK))));
    }
}
