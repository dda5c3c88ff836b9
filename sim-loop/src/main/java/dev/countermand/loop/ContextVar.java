package dev.countermand.loop;

import dev.countermand.loop.error.LookupError;
import dev.countermand.loop.error.RuntimeError;
import dev.countermand.loop.error.ValueError;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A variable whose value belongs to the running task's context: Python's {@code
 * contextvars.ContextVar}.
 *
 * <p>It reads and writes the context of the running loop or executor job, or one that is handed
 * in: elsewhere there is none.
 *
 * @param <T> the type of its values
 */
public final class ContextVar<T> {
    private final String name;

    /** Creates a variable; the name is for people. */
    public ContextVar(String name) {
        this.name = name;
    }

    /**
     * The value in the context of the running code: {@code contextvars.ContextVar.get}.
     *
     * @throws LookupError if it was never set there
     */
    public @Nullable T get() {
        return get(ThreadContext.current())
                .orElseThrow(() -> new LookupError("<ContextVar name='" + name + "'>"))
                .value();
    }

    /** The value, or another one if it was never set: {@code contextvars.ContextVar.get}. */
    public @Nullable T getOr(@Nullable T otherwise) {
        return get(ThreadContext.current()).orElse(new Value<>(otherwise)).value();
    }

    /** Sets the value for the running code: {@code contextvars.ContextVar.set}. */
    public Token<T> set(@Nullable T value) {
        return set(ThreadContext.current(), value);
    }

    /** Undoes a {@link #set} of the running code: {@code contextvars.ContextVar.reset}. */
    public void reset(Token<?> token) {
        reset(ThreadContext.current(), token);
    }

    /** The value in a context; empty if it was never set there. A null value counts as set. */
    public Optional<Value<T>> get(Context context) {
        Context.Binding found = context.find(this);
        return found == null ? Optional.empty() : Optional.of(new Value<>(cast(found.value())));
    }

    /** Sets the value in a context and gives the token that undoes it. */
    public Token<T> set(Context context, @Nullable T value) {
        Token<T> token = new Token<>(this, context, get(context));
        context.bind(this, value);
        return token;
    }

    /**
     * Undoes a {@link #set}: Python's {@code ContextVar.reset}.
     *
     * @throws RuntimeError if the token was used before
     * @throws ValueError if the token belongs to another variable or another context
     */
    public void reset(Context context, Token<?> token) {
        Accesses.write(token);
        if (token.used) {
            throw new RuntimeError("<Token used> has already been used once");
        }
        if (token.variable != this) {
            throw new ValueError("<Token> was created by a different ContextVar");
        }
        if (token.context != context) {
            throw new ValueError("<Token> was created in a different Context");
        }
        token.used = true;
        token.previous.ifPresentOrElse(
                old -> context.bind(this, ((Value<?>) old).value()), () -> context.unbind(this));
    }

    @SuppressWarnings("unchecked")
    private static <T> @Nullable T cast(@Nullable Object value) {
        return (T) value;
    }

    @Override
    public String toString() {
        return name;
    }

    /**
     * A value that is set, possibly to null.
     *
     * @param <T> the type of the value
     * @param value what the variable holds
     */
    public record Value<T>(@Nullable T value) {}

    /** Remembers what a variable held before one {@link #set}. */
    public static final class Token<T> {
        private final ContextVar<T> variable;
        private final Context context;
        private final Optional<Value<T>> previous;
        private boolean used;

        private Token(ContextVar<T> variable, Context context, Optional<Value<T>> previous) {
            this.variable = variable;
            this.context = context;
            this.previous = previous;
        }
    }
}
