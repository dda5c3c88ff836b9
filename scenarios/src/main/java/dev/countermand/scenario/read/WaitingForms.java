package dev.countermand.scenario.read;

import static dev.countermand.scenario.read.Fields.AS;
import static dev.countermand.scenario.read.Fields.BODY;
import static dev.countermand.scenario.read.Fields.DELAY;
import static dev.countermand.scenario.read.Fields.DELAY_OR_NULL;
import static dev.countermand.scenario.read.Fields.ERROR;
import static dev.countermand.scenario.read.Fields.LOOP_BODY;
import static dev.countermand.scenario.read.Fields.ON;
import static dev.countermand.scenario.read.Fields.ON_AWAITABLE;
import static dev.countermand.scenario.read.Fields.ON_AWAITABLES;
import static dev.countermand.scenario.read.Fields.RESULT;
import static dev.countermand.scenario.read.Fields.TEXT;
import static dev.countermand.scenario.read.Fields.TIMEOUT;
import static dev.countermand.scenario.read.Fields.WHEN_OR_NULL;
import static dev.countermand.scenario.read.FormHead.operation;

import dev.countermand.scenario.model.AwaitableList;
import dev.countermand.scenario.model.Expression;
import dev.countermand.scenario.model.NewError;
import dev.countermand.scenario.model.Operation;
import dev.countermand.scenario.model.ReturnWhen;
import dev.countermand.scenario.model.ScopeOperation;
import dev.countermand.scenario.model.WaitingOperation;
import java.util.List;

/** The operations of {@link WaitingOperation} and {@link ScopeOperation}. */
final class WaitingForms {

    private static final Field<AwaitableList> ON_REFERENCES =
            Field.of("on", AwaitableType.REFERENCES);
    private static final Field<ReturnWhen> RETURN_WHEN = Field.of("return_when", new NamedType<>(
            "FIRST_COMPLETED, FIRST_EXCEPTION or ALL_COMPLETED",
            List.of(ReturnWhen.values()),
            ReturnWhen::name));
    private static final Field<String> DONE = Field.of("done", NameType.ASSIGNED);
    private static final Field<String> PENDING = Field.of("pending", NameType.ASSIGNED);
    private static final Field<Expression> DURATION = Field.of("duration", ValueType.DURATION);
    private static final Field<String> TIMEOUT_NAME = Field.of("timeout", NameType.REFERENCE);

    private WaitingForms() {}

    static List<Form<Operation>> waiting() {
        return List.of(
                operation("sleep", DELAY, RESULT.optional(), AS.optional()).waits()
                        .makes(f -> new WaitingOperation.Sleep(
                                f.pointer(), f.get(DELAY), orNone(f, RESULT), f.find(AS))),
                operation("await", ON_AWAITABLE, AS.optional()).waits()
                        .makes(f -> new WaitingOperation.Await(
                                f.pointer(), f.get(ON_AWAITABLE), f.find(AS))),
                operation(
                                "wait",
                                ON_REFERENCES,
                                TIMEOUT.optional(),
                                RETURN_WHEN.optional(),
                                DONE.optional(),
                                PENDING.optional())
                        .waits()
                        .makes(f -> new WaitingOperation.Wait(
                                f.pointer(),
                                f.get(ON_REFERENCES),
                                orNone(f, TIMEOUT),
                                f.or(RETURN_WHEN, ReturnWhen.ALL_COMPLETED),
                                new WaitingOperation.WaitNames(f.find(DONE), f.find(PENDING)))),
                operation("as_completed", ON_AWAITABLES, TIMEOUT.optional(), AS, LOOP_BODY)
                        .waits()
                        .makes(f -> new WaitingOperation.AsCompleted(
                                f.pointer(),
                                f.get(ON_AWAITABLES),
                                orNone(f, TIMEOUT),
                                f.get(AS),
                                f.get(LOOP_BODY))),
                operation(
                                "run_in_executor",
                                DURATION,
                                RESULT.optional(),
                                ERROR.optional(),
                                TEXT.optional(),
                                AS.optional())
                        .waits()
                        .with(new FieldRule.NotBoth("result", "error"))
                        .with(Fields.TEXT_NEEDS_ERROR)
                        .makes(f -> new WaitingOperation.RunInExecutor(
                                f.pointer(), f.get(DURATION), outcome(f), f.find(AS))));
    }

    static List<Form<Operation>> scopes() {
        return List.of(
                operation("timeout", DELAY_OR_NULL, AS.optional(), BODY).waits()
                        .makes(f -> new ScopeOperation.Timeout(
                                f.pointer(), f.get(DELAY_OR_NULL), f.find(AS), f.get(BODY))),
                operation("timeout_at", WHEN_OR_NULL, AS.optional(), BODY).waits()
                        .makes(f -> new ScopeOperation.TimeoutAt(
                                f.pointer(), f.get(WHEN_OR_NULL), f.find(AS), f.get(BODY))),
                operation("reschedule", TIMEOUT_NAME, WHEN_OR_NULL)
                        .makes(f -> new ScopeOperation.Reschedule(
                                f.pointer(), f.get(TIMEOUT_NAME), f.get(WHEN_OR_NULL))),
                operation("task_group", AS, BODY).waits().makes(f ->
                        new ScopeOperation.TaskGroup(f.pointer(), f.get(AS), f.get(BODY))),
                operation("with", ON, BODY).waits().makes(f ->
                        new ScopeOperation.With(f.pointer(), f.get(ON), f.get(BODY))));
    }

    private static WaitingOperation.JobOutcome outcome(FieldValues f) {
        NewError error = Fields.error(f);
        return error == null
                ? new WaitingOperation.JobOutcome.Returns(orNone(f, RESULT))
                : new WaitingOperation.JobOutcome.Raises(error);
    }

    private static Expression orNone(FieldValues f, Field<Expression> field) {
        return f.or(field, Expression.Literal.NONE);
    }
}
