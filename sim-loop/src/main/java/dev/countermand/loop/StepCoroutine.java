package dev.countermand.loop;

import dev.countermand.loop.error.RuntimeError;
import dev.countermand.loop.error.Throwing;
import org.jspecify.annotations.Nullable;

/**
 * A coroutine written out as a state machine: the form of all of asyncio's own operations here.
 *
 * <p>A subclass keeps the number of the place where it is suspended in {@link #state}, 0 before it
 * begins. Being an object and a switch, it needs no thread, and the same object serves scenario
 * bodies, Java in direct style and the loop itself.
 *
 * @param <T> the type of the value it returns
 */
public abstract class StepCoroutine<T> extends Coroutine<T> {
    private static final int FINISHED = -1;

    /** The place of suspension: 0 before the beginning, then numbers of the subclass's own. */
    protected int state;

    /**
     * Goes on from {@link #state}.
     *
     * @param thrown the error to raise there, or null; always null in state 0
     */
    protected abstract Signal advance(@Nullable Throwable thrown);

    @Override
    public final Signal resume(@Nullable Throwable thrown) {
        if (state == FINISHED) {
            throw new RuntimeError("cannot reuse already awaited coroutine", AWAITED_TWICE);
        }
        Signal signal = null;
        try {
            if (state == 0 && thrown != null) {
                throw Throwing.asIs(thrown);
            }
            signal = advance(thrown);
            return signal;
        } finally {
            if (signal == null || signal == Signal.RETURNED) {
                state = FINISHED;
            }
        }
    }

    @Override
    protected final boolean hasBegun() {
        return state != 0;
    }

    /** Asyncio's own coroutines are methods of the class that theirs is nested in, or functions. */
    @Override
    public String qualifiedName() {
        Class<?> owner = getClass().getEnclosingClass();
        return owner == null ? name() : owner.getSimpleName() + "." + name();
    }

    @Override
    public void close() {
        state = FINISHED;
    }
}
