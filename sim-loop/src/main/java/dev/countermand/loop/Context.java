package dev.countermand.loop;

import dev.countermand.loop.error.Throwing;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * The values of context variables seen by a piece of code: Python's {@code contextvars.Context}.
 *
 * <p>The values are an immutable chain, so that a copy, which the loop makes for every callback,
 * costs one small object.
 */
public final class Context {
    private @Nullable Binding bindings;

    /** Creates an empty context. */
    public Context() {}

    private Context(@Nullable Binding bindings) {
        this.bindings = bindings;
    }

    /** A context with the same values; later changes of either are not seen by the other. */
    public Context copy() {
        Accesses.read(this);
        return new Context(bindings);
    }

    /**
     * Runs code in this context: {@code contextvars.Context.run}. Unlike there, a context that is
     * entered already may be entered again. It works without a loop too, as on the threads of an
     * executor; then the variables of the calling thread are those of this context meanwhile.
     *
     * @param body what to run; it must not await, as Python's cannot
     */
    public <T> @Nullable T run(Callable<? extends @Nullable T> body) {
        Context outer = ThreadContext.enter(this);
        try {
            return body.call();
        } catch (Exception error) {
            throw Throwing.asIs(error);
        } finally {
            ThreadContext.enter(outer);
        }
    }

    @Nullable Binding find(ContextVar<?> variable) {
        Accesses.read(this);
        for (Binding at = bindings; at != null; at = at.next) {
            if (at.variable == variable) {
                return at;
            }
        }
        return null;
    }

    void bind(ContextVar<?> variable, @Nullable Object value) {
        Accesses.write(this);
        bindings = new Binding(variable, value, without(bindings, variable));
    }

    void unbind(ContextVar<?> variable) {
        Accesses.write(this);
        bindings = without(bindings, variable);
    }

    private static @Nullable Binding without(@Nullable Binding chain, ContextVar<?> variable) {
        if (chain == null) {
            return null;
        }
        if (chain.variable == variable) {
            return chain.next;
        }
        Binding rest = without(chain.next, variable);
        return rest == chain.next ? chain : new Binding(chain.variable, chain.value, rest);
    }

    /** One variable's value and the rest of the chain. */
    record Binding(ContextVar<?> variable, @Nullable Object value, @Nullable Binding next) {}
}
