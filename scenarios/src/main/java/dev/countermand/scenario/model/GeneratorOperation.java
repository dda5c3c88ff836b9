package dev.countermand.scenario.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Operations on async generators. */
public sealed interface GeneratorOperation extends Operation {

    /** {@code as = gen(*args)}: makes the generator object, and runs nothing of it yet. */
    record Create(String pointer, GeneratorSource.Call call, String as)
            implements GeneratorOperation {}

    /** {@code as = await anext(on)}. */
    record Next(String pointer, String on, @Nullable String as) implements GeneratorOperation {}

    /** {@code as = await on.aclose()}. */
    record Close(String pointer, String on, @Nullable String as) implements GeneratorOperation {}

    /** {@code async for as in source: body}. */
    record AsyncFor(String pointer, GeneratorSource source, String as, List<Operation> body)
            implements GeneratorOperation {
        public AsyncFor {
            body = List.copyOf(body);
        }
    }

    /** {@code yield value}: only in the body of a generator. */
    record Yield(String pointer, Expression value) implements GeneratorOperation {}

    /** What an {@code async for} iterates over. */
    sealed interface GeneratorSource {

        /** {@code generator(*args)}: a new generator object. */
        record Call(String generator, List<Expression> args) implements GeneratorSource {
            public Call {
                args = List.copyOf(args);
            }
        }

        /** The generator object that a variable holds. */
        record Reference(String name) implements GeneratorSource {}
    }
}
