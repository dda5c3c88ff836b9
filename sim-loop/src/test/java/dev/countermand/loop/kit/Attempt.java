package dev.countermand.loop.kit;

import dev.countermand.loop.Coroutine;
import dev.countermand.loop.Signal;
import dev.countermand.loop.StepCoroutine;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * {@code try: body; except type as error: handler; more}.
 *
 * @param <E> the type of error that is caught
 */
final class Attempt<E extends Throwable> extends StepCoroutine<Object> {
    private static final int IN_BODY = 1;
    private static final int IN_HANDLER = 2;

    private final Coroutine<?> body;
    private final Class<E> type;
    private final Consumer<E> handler;
    private final Coroutine<?> more;

    Attempt(Coroutine<?> body, Class<E> type, Consumer<E> handler, Coroutine<?> more) {
        this.body = body;
        this.type = type;
        this.handler = handler;
        this.more = more;
    }

    @Override
    protected Signal advance(@Nullable Throwable thrown) {
        if (state == IN_HANDLER) {
            return goOn(more.resume(thrown));
        }
        state = IN_BODY;
        try {
            return goOn(body.resume(thrown));
        } catch (Throwable error) {
            if (!type.isInstance(error)) {
                throw error;
            }
            handler.accept(type.cast(error));
        }
        state = IN_HANDLER;
        return goOn(more.resume(null));
    }

    private Signal goOn(Signal signal) {
        return signal == Signal.RETURNED ? returned(null) : signal;
    }

    @Override
    public String name() {
        return "try";
    }
}
