package dev.countermand.scenario.read;

import dev.countermand.scenario.model.Awaitable;
import dev.countermand.scenario.model.AwaitableList;
import dev.countermand.scenario.model.Expression;
import java.util.List;

/** The awaitables that are objects, told apart by their first key. */
final class AwaitableForms {

    private static final Field<AwaitableList> GATHER = Field.of("gather", AwaitableType.LIST);
    private static final Field<Boolean> RETURN_EXCEPTIONS =
            Field.of("return_exceptions", BooleanType.BOOLEAN);
    private static final Field<Awaitable> SHIELD = Field.of("shield", AwaitableType.AWAITABLE);
    private static final Field<Awaitable> WAIT_FOR = Field.of("wait_for", AwaitableType.AWAITABLE);
    private static final Field<Expression> SLEEP = Field.of("sleep", ValueType.SECONDS);

    private AwaitableForms() {}

    static List<Form<Awaitable>> all() {
        return List.of(
                form("coro", Fields.CORO, Fields.ARGS.optional()).makes(Calls::coroutine),
                form("gather", GATHER, RETURN_EXCEPTIONS.optional())
                        .makes(f -> new Awaitable.Gather(
                                f.get(GATHER), f.or(RETURN_EXCEPTIONS, false))),
                form("shield", SHIELD).makes(f -> new Awaitable.Shield(f.get(SHIELD))),
                form("wait_for", WAIT_FOR, Fields.TIMEOUT)
                        .makes(f -> new Awaitable.WaitFor(f.get(WAIT_FOR), f.get(Fields.TIMEOUT))),
                form("sleep", SLEEP, Fields.RESULT.optional())
                        .makes(f -> new Awaitable.Sleep(
                                f.get(SLEEP), f.or(Fields.RESULT, Expression.Literal.NONE))));
    }

    private static FormHead form(String key, Field<?>... fields) {
        return FormHead.of(key, "the awaitable " + Wording.quote(key), fields);
    }
}
