package dev.countermand.scenario.interpret;

import dev.countermand.loop.error.TypeError;
import dev.countermand.scenario.model.GeneratorOperation;
import dev.countermand.scenario.model.GeneratorOperation.GeneratorSource;
import dev.countermand.scenario.value.Values;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compiles what concerns asynchronous generators. */
final class GeneratorInstructions {
    private final Compiler compiler;
    private final Names names;

    GeneratorInstructions(Compiler compiler, Names names) {
        this.compiler = compiler;
        this.names = names;
    }

    Instruction compile(GeneratorOperation operation) {
        if (operation instanceof GeneratorOperation.Create create) {
            Evaluation made = source(create.call());
            Reference as = names.reference(create.as());
            return frame -> as.set(frame, made.in(frame));
        }
        if (operation instanceof GeneratorOperation.Next next) {
            Reference on = names.reference(next.on());
            Continuation then = names.target(next.as())::set;
            return frame -> frame.await(iterator(on.get(frame)).anext(), then);
        }
        if (operation instanceof GeneratorOperation.Close close) {
            Reference on = names.reference(close.on());
            Continuation then = names.target(close.as())::set;
            return frame -> frame.await(
                    Cast.to(AsyncGenerator.class, on.get(frame), "aclose").aclose(), then);
        }
        if (operation instanceof GeneratorOperation.AsyncFor loop) {
            Evaluation generator = source(loop.source());
            Reference as = names.reference(loop.as());
            Sequence body = compiler.sequence(loop.body(), names);
            return frame -> new IterationBlock.AsyncFor(
                    frame.block(), body, as, iterable(generator.in(frame))).enter(frame);
        }
        GeneratorOperation.Yield yield = (GeneratorOperation.Yield) operation;
        Evaluation value = Expressions.compile(yield.value(), names);
        return frame -> frame.yieldValue(value.in(frame));
    }

    private Evaluation source(GeneratorSource source) {
        if (source instanceof GeneratorSource.Reference reference) {
            return names.reference(reference.name())::get;
        }
        GeneratorSource.Call call = (GeneratorSource.Call) source;
        Code code = compiler.generator(call.generator());
        List<Evaluation> args = Expressions.compileAll(call.args(), names);
        return frame -> new AsyncGenerator(
                Frame.of(frame.world, code, Expressions.evaluate(args, frame)));
    }

    private static AsyncGenerator iterator(@Nullable Object value) {
        if (value instanceof AsyncGenerator generator) {
            return generator;
        }
        throw new TypeError("'" + Values.typeName(value) + "' object is not an async iterator");
    }

    private static AsyncGenerator iterable(@Nullable Object value) {
        if (value instanceof AsyncGenerator generator) {
            return generator;
        }
        throw new TypeError("'async for' requires an object with __aiter__ method, got "
                + Values.shortTypeName(value));
    }
}
