package dev.countermand.scenario.read;

import dev.countermand.scenario.model.Awaitable;
import dev.countermand.scenario.model.AwaitableList;
import dev.countermand.scenario.model.ErrorName;
import dev.countermand.scenario.model.Expression;
import dev.countermand.scenario.model.NewError;
import dev.countermand.scenario.model.Operation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The fields that more than one form has, and what several of them mean together. */
final class Fields {

    static final Field<String> AS = Field.of("as", NameType.ASSIGNED);
    static final Field<String> INDEX_NAME = Field.of("index", NameType.ASSIGNED);

    static final Field<String> TASK = Field.of("task", NameType.REFERENCE);
    static final Field<String> FUTURE = Field.of("future", NameType.REFERENCE);
    static final Field<String> QUEUE = Field.of("queue", NameType.REFERENCE);
    static final Field<String> LIST = Field.of("list", NameType.REFERENCE);
    static final Field<String> CONTEXTVAR = Field.of("contextvar", NameType.REFERENCE);
    static final Field<String> ON = Field.of("on", NameType.REFERENCE);
    static final Field<Awaitable> ON_AWAITABLE = Field.of("on", AwaitableType.AWAITABLE);
    static final Field<AwaitableList> ON_AWAITABLES = Field.of("on", AwaitableType.LIST);

    static final Field<String> CORO = Field.of("coro", NameType.DEFINITION);
    static final Field<String> GEN = Field.of("gen", NameType.DEFINITION);
    static final Field<List<Expression>> ARGS =
            Field.of("args", ListType.of(ValueType.ANY, "a list of values"));

    static final Field<Expression> VALUE = Field.of("value", ValueType.ANY);
    static final Field<Expression> THAT = Field.of("that", ValueType.ANY);
    static final Field<Expression> RESULT = Field.of("result", ValueType.ANY);
    static final Field<Expression> TIMES = Field.of("times", ValueType.WHOLE);
    static final Field<Expression> DELAY = Field.of("delay", ValueType.SECONDS);
    static final Field<Expression> DELAY_OR_NULL = Field.of("delay", ValueType.SECONDS_OR_NULL);
    static final Field<Expression> WHEN = Field.of("when", ValueType.SECONDS);
    static final Field<Expression> WHEN_OR_NULL = Field.of("when", ValueType.SECONDS_OR_NULL);
    static final Field<Expression> TIMEOUT = Field.of("timeout", ValueType.SECONDS_OR_NULL);

    static final Field<String> TEXT = Field.of("text", TextType.TEXT);
    static final Field<String> MESSAGE = Field.of("message", TextType.TEXT);
    static final Field<Integer> INDEX = Field.of("index", IntegerType.INTEGER);

    static final NamedType<ErrorName> ERROR_NAME = new NamedType<>(
            "the name of an error", List.of(ErrorName.values()), ErrorName::pythonName);
    static final Field<ErrorName> ERROR = Field.of("error", ERROR_NAME);
    static final FieldRule TEXT_NEEDS_ERROR = new FieldRule.Needs("text", "error");

    static final Field<List<Operation>> BODY = Field.of("body", BodyType.PART);
    static final Field<List<Operation>> LOOP_BODY = Field.of("body", BodyType.LOOP);
    static final Field<List<Operation>> DO = Field.of("do", BodyType.CALLBACK);

    private Fields() {}

    /** The error of {@code error} and {@code text}; null when there is no {@code error}. */
    static @Nullable NewError error(FieldValues fields) {
        ErrorName name = fields.find(ERROR);
        return name == null ? null : new NewError(name, fields.find(TEXT));
    }

    /** The arguments; none unless given. */
    static List<Expression> args(FieldValues fields) {
        return fields.or(ARGS, List.of());
    }

    /** A body that may be absent: then empty. */
    static List<Operation> body(FieldValues fields, Field<List<Operation>> field) {
        return fields.or(field, List.of());
    }
}
