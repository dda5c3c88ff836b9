package dev.countermand.scenario.read;

import dev.countermand.scenario.model.Awaitable;
import dev.countermand.scenario.model.CoroutineDefinition.Kind;
import dev.countermand.scenario.model.Expression;
import dev.countermand.scenario.model.GeneratorOperation.GeneratorSource;
import java.util.List;

/** Calls of definitions: each has its name and its number of arguments checked. */
final class Calls {

    private Calls() {}

    /** The coroutine of {@code coro} with {@code args}. */
    static Awaitable.CoroutineCall coroutine(FieldValues fields) {
        List<Expression> args = Fields.args(fields);
        return new Awaitable.CoroutineCall(
                checked(fields, Fields.CORO, Kind.COROUTINE, args.size()), args);
    }

    /** The coroutine of {@code coro}, for what can pass no arguments. */
    static String coroutineWithoutArguments(FieldValues fields) {
        return checked(fields, Fields.CORO, Kind.COROUTINE, 0);
    }

    /** The generator of {@code gen} with {@code args}. */
    static GeneratorSource.Call generator(FieldValues fields) {
        List<Expression> args = Fields.args(fields);
        return new GeneratorSource.Call(
                checked(fields, Fields.GEN, Kind.GENERATOR, args.size()), args);
    }

    /** The name in a field, which is to be a definition with that many parameters. */
    static String checked(FieldValues fields, Field<String> field, Kind kind, int args) {
        String name = fields.get(field);
        fields.place().at(field.name()).call(kind, name, args);
        return name;
    }
}
