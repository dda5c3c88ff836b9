package dev.countermand.scenario.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Operations that decide which operation is next. */
public sealed interface ControlFlow extends Operation {

    /** {@code if that: .. else: ..}; {@code otherwise} is empty when there is no {@code else}. */
    record If(String pointer, Expression that, List<Operation> then, List<Operation> otherwise)
            implements ControlFlow {
        public If {
            then = List.copyOf(then);
            otherwise = List.copyOf(otherwise);
        }
    }

    /** {@code as = function(*args)}. */
    record Call(String pointer, String function, List<Expression> args, @Nullable String as)
            implements ControlFlow {
        public Call {
            args = List.copyOf(args);
        }
    }

    /** {@code for index in range(times): ..}; {@code index} is null when nobody reads it. */
    record Repeat(String pointer, Expression times, @Nullable String index, List<Operation> body)
            implements ControlFlow {
        public Repeat {
            body = List.copyOf(body);
        }
    }

    /** {@code while that: ..}. */
    record While(String pointer, Expression that, List<Operation> body) implements ControlFlow {
        public While {
            body = List.copyOf(body);
        }
    }

    /** {@code break}: always inside a loop of the same body. */
    record Break(String pointer) implements ControlFlow {}

    /** {@code continue}: always inside a loop of the same body. */
    record Continue(String pointer) implements ControlFlow {}

    /** {@code return value}; the literal null when no value is given. */
    record Return(String pointer, Expression value) implements ControlFlow {}

    /** {@code raise Error(text)}; with a null {@code error}: {@code raise}. */
    record Raise(String pointer, @Nullable NewError error) implements ControlFlow {}

    /** {@code try: .. except .. else .. finally ..}; the parts that are not given are empty. */
    record Try(
            String pointer,
            List<Operation> body,
            List<ExceptClause> handlers,
            List<Operation> otherwise,
            List<Operation> last)
            implements ControlFlow {
        public Try {
            body = List.copyOf(body);
            handlers = List.copyOf(handlers);
            otherwise = List.copyOf(otherwise);
            last = List.copyOf(last);
        }
    }

    /** {@code except (errors) as as: body}. The variable stays bound after the handler. */
    record ExceptClause(List<ErrorName> errors, @Nullable String as, List<Operation> body) {
        public ExceptClause {
            errors = List.copyOf(errors);
            body = List.copyOf(body);
        }
    }
}
