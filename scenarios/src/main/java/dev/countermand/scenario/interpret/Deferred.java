package dev.countermand.scenario.interpret;

import dev.countermand.loop.Coroutine;
import dev.countermand.loop.Signal;
import dev.countermand.loop.StepCoroutine;
import org.jspecify.annotations.Nullable;

/** A coroutine that is made from its arguments, and may refuse them, only when it first runs. */
abstract class Deferred extends StepCoroutine<Object> {
    private final String name;
    private @Nullable Coroutine<?> inner;

    Deferred(String name) {
        this.name = name;
    }

    /** Makes the coroutine that does the work. */
    abstract Coroutine<?> begin();

    @Override
    protected Signal advance(@Nullable Throwable thrown) {
        if (inner == null) {
            inner = begin();
            state = 1;
        }
        Signal signal = inner.resume(thrown);
        return signal == Signal.RETURNED ? returned(inner.result()) : signal;
    }

    @Override
    public @Nullable String where() {
        return inner == null ? null : inner.where();
    }

    @Override
    public String name() {
        return name;
    }
}
