package dev.countermand.scenario.read;

import static dev.countermand.scenario.read.Fields.ARGS;
import static dev.countermand.scenario.read.Fields.AS;
import static dev.countermand.scenario.read.Fields.CORO;
import static dev.countermand.scenario.read.Fields.ERROR;
import static dev.countermand.scenario.read.Fields.FUTURE;
import static dev.countermand.scenario.read.Fields.MESSAGE;
import static dev.countermand.scenario.read.Fields.TASK;
import static dev.countermand.scenario.read.Fields.TEXT;
import static dev.countermand.scenario.read.Fields.VALUE;
import static dev.countermand.scenario.read.FormHead.operation;

import dev.countermand.scenario.model.NewError;
import dev.countermand.scenario.model.Operation;
import dev.countermand.scenario.model.TaskOperation;
import java.util.List;

/** The operations of {@link TaskOperation}. */
final class TaskForms {

    private static final Field<String> NAME = Field.of("name", TextType.TEXT);
    private static final Field<String> GROUP = Field.of("group", NameType.REFERENCE);
    private static final Field<Boolean> EAGER_START =
            Field.of("eager_start", BooleanType.BOOLEAN);

    private TaskForms() {}

    static List<Form<Operation>> all() {
        return List.of(
                operation(
                                "spawn",
                                CORO,
                                ARGS.optional(),
                                AS.optional(),
                                NAME.optional(),
                                GROUP.optional(),
                                EAGER_START.optional())
                        .makes(TaskForms::spawn),
                operation("cancel", TASK, MESSAGE.optional(), AS.optional())
                        .makes(f -> new TaskOperation.Cancel(
                                f.pointer(), f.get(TASK), f.find(MESSAGE), f.find(AS))),
                operation("uncancel", TASK, AS.optional()).makes(f ->
                        new TaskOperation.Uncancel(f.pointer(), f.get(TASK), f.find(AS))),
                operation("current_task", AS).makes(f ->
                        new TaskOperation.CurrentTask(f.pointer(), f.get(AS))),
                operation("set_name", TASK, NAME).makes(f ->
                        new TaskOperation.SetName(f.pointer(), f.get(TASK), f.get(NAME))),
                operation("new_future", AS).makes(f ->
                        new TaskOperation.NewFuture(f.pointer(), f.get(AS))),
                operation("set_result", FUTURE, VALUE).makes(f ->
                        new TaskOperation.SetResult(f.pointer(), f.get(FUTURE), f.get(VALUE))),
                operation("set_exception", FUTURE, ERROR, TEXT.optional())
                        .makes(f -> new TaskOperation.SetException(
                                f.pointer(),
                                f.get(FUTURE),
                                new NewError(f.get(ERROR), f.find(TEXT)))));
    }

    private static TaskOperation.Spawn spawn(FieldValues f) {
        return new TaskOperation.Spawn(
                f.pointer(),
                Calls.coroutine(f),
                f.find(AS),
                new TaskOperation.SpawnOptions(f.find(NAME), f.find(GROUP), f.find(EAGER_START)));
    }
}
