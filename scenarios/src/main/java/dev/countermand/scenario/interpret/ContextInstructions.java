package dev.countermand.scenario.interpret;

import dev.countermand.loop.ContextVar;
import dev.countermand.loop.error.TypeError;
import dev.countermand.scenario.model.ContextOperation;
import dev.countermand.scenario.value.Values;
import org.jspecify.annotations.Nullable;

/** Compiles what concerns context variables. */
final class ContextInstructions {
    private ContextInstructions() {}

    static Instruction compile(ContextOperation operation, Names names) {
        if (operation instanceof ContextOperation.SetContext set) {
            Reference variable = names.reference(set.contextvar());
            Evaluation value = Expressions.compile(set.value(), names);
            Reference as = names.target(set.as());
            return frame -> {
                ContextVar<Object> target = variable(variable.get(frame), "set");
                as.set(frame, target.set(
                        frame.world.loop().currentContext(), value.in(frame)));
            };
        }
        ContextOperation.ResetContext reset = (ContextOperation.ResetContext) operation;
        Reference variable = names.reference(reset.contextvar());
        Reference token = names.reference(reset.token());
        return frame -> {
            ContextVar<Object> target = variable(variable.get(frame), "reset");
            target.reset(frame.world.loop().currentContext(), token(token.get(frame)));
        };
    }

    private static ContextVar<Object> variable(@Nullable Object value, String method) {
        return Cast.to(SharedObject.Variable.class, value, method).variable();
    }

    private static ContextVar.Token<?> token(@Nullable Object value) {
        if (value instanceof ContextVar.Token<?> token) {
            return token;
        }
        throw new TypeError("expected an instance of Token, got " + Values.shortTypeName(value));
    }
}
