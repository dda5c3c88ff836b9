package dev.countermand.scenario.interpret;

import dev.countermand.loop.error.RuntimeError;
import dev.countermand.loop.error.Throwing;
import dev.countermand.scenario.model.ControlFlow;
import dev.countermand.scenario.model.NewError;
import dev.countermand.scenario.value.Errors;
import dev.countermand.scenario.value.Operators;
import dev.countermand.scenario.value.Values;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compiles branches, loops, calls, errors and their handlers. */
final class ControlInstructions {
    private final Compiler compiler;
    private final Names names;

    ControlInstructions(Compiler compiler, Names names) {
        this.compiler = compiler;
        this.names = names;
    }

    Instruction compile(ControlFlow operation) {
        if (operation instanceof ControlFlow.If branch) {
            return branch(branch);
        }
        if (operation instanceof ControlFlow.Call call) {
            return call(call);
        }
        if (operation instanceof ControlFlow.Repeat repeat) {
            Evaluation times = Expressions.compile(repeat.times(), names);
            Reference index = names.target(repeat.index());
            Sequence body = compiler.sequence(repeat.body(), names);
            return frame -> new LoopBlock.Repeat(
                    frame.block(), body, Operators.times(times.in(frame)), index).enter(frame);
        }
        if (operation instanceof ControlFlow.While loop) {
            Evaluation that = Expressions.compile(loop.that(), names);
            Sequence body = compiler.sequence(loop.body(), names);
            return frame -> new LoopBlock.While(frame.block(), body, that).enter(frame);
        }
        if (operation instanceof ControlFlow.Break) {
            return frame -> frame.unwind(Completion.BREAK);
        }
        if (operation instanceof ControlFlow.Continue) {
            return frame -> frame.unwind(Completion.CONTINUE);
        }
        if (operation instanceof ControlFlow.Return back) {
            Evaluation value = Expressions.compile(back.value(), names);
            return frame -> frame.unwind(new Completion.Return(value.in(frame)));
        }
        if (operation instanceof ControlFlow.Raise raise) {
            return raise(raise.error());
        }
        return attempt((ControlFlow.Try) operation);
    }

    private Instruction branch(ControlFlow.If branch) {
        Evaluation that = Expressions.compile(branch.that(), names);
        Sequence then = compiler.sequence(branch.then(), names);
        Sequence otherwise = compiler.sequence(branch.otherwise(), names);
        return frame -> {
            Sequence taken = Values.truth(that.in(frame)) ? then : otherwise;
            if (taken.instructions.length > 0) {
                frame.enter(new Block.Plain(frame.block(), taken));
            }
        };
    }

    private Instruction call(ControlFlow.Call call) {
        Code function = compiler.function(call.function());
        List<Evaluation> args = Expressions.compileAll(call.args(), names);
        Reference as = names.target(call.as());
        return frame -> {
            Frame callee = Frame.of(frame.world, function, Expressions.evaluate(args, frame));
            callee.resume(null);
            as.set(frame, callee.result());
        };
    }

    private static Instruction raise(@Nullable NewError error) {
        if (error != null) {
            return frame -> {
                throw Throwing.asIs(Errors.make(error));
            };
        }
        return frame -> {
            Throwable handled = frame.handledError();
            throw Throwing.asIs(handled == null
                    ? new RuntimeError("No active exception to reraise")
                    : handled);
        };
    }

    private Instruction attempt(ControlFlow.Try attempt) {
        List<TryBlock.Handler> handlers = new ArrayList<>();
        for (ControlFlow.ExceptClause clause : attempt.handlers()) {
            handlers.add(new TryBlock.Handler(
                    clause.errors(),
                    names.target(clause.as()),
                    compiler.sequence(clause.body(), names)));
        }
        TryBlock.Parts parts = new TryBlock.Parts(
                compiler.sequence(attempt.body(), names),
                handlers,
                compiler.sequence(attempt.otherwise(), names),
                compiler.sequence(attempt.last(), names));
        return frame -> frame.enter(new TryBlock(frame.block(), parts));
    }
}
