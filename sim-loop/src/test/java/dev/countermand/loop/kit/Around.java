package dev.countermand.loop.kit;

import dev.countermand.loop.Coroutine;
import dev.countermand.loop.Signal;
import dev.countermand.loop.StepCoroutine;
import dev.countermand.loop.error.Throwing;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** {@code async with}: enters, runs the body, and leaves with what ended it. */
final class Around extends StepCoroutine<Object> {
    private static final int IN_BODY = 1;
    private static final int IN_EXIT = 2;

    private final Coroutine<?> body;
    private final Runnable enter;
    private final Function<@Nullable Throwable, Coroutine<?>> exit;
    private @Nullable Coroutine<?> leaving;
    private @Nullable Throwable ended;

    Around(Coroutine<?> body, Runnable enter, Function<@Nullable Throwable, Coroutine<?>> exit) {
        this.body = body;
        this.enter = enter;
        this.exit = exit;
    }

    @Override
    protected Signal advance(@Nullable Throwable thrown) {
        Throwable raise = thrown;
        if (state == 0) {
            enter.run();
            state = IN_BODY;
        }
        if (state == IN_BODY) {
            try {
                Signal signal = body.resume(raise);
                if (signal != Signal.RETURNED) {
                    return signal;
                }
            } catch (Throwable error) {
                ended = error;
            }
            leaving = exit.apply(ended);
            raise = null;
            state = IN_EXIT;
        }
        Signal signal = leaving.resume(raise);
        if (signal != Signal.RETURNED) {
            return signal;
        }
        if (ended != null) {
            throw Throwing.asIs(ended);
        }
        return returned(null);
    }

    @Override
    public String name() {
        return "with";
    }
}
