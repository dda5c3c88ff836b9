package dev.countermand.loop.kit;

import dev.countermand.loop.Awaitable;
import dev.countermand.loop.Coroutine;
import dev.countermand.loop.Future;
import dev.countermand.loop.Signal;
import dev.countermand.loop.StepCoroutine;
import dev.countermand.loop.combine.Sleep;
import dev.countermand.loop.combine.TaskGroup;
import dev.countermand.loop.combine.Timeout;
import dev.countermand.loop.error.CancelledError;
import dev.countermand.loop.error.Throwing;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A coroutine put together from steps, which reads from top to bottom like the Python it stands
 * for.
 *
 * <p>Each step runs when its turn comes, so what a step refers to need not exist before. A script
 * can be run once.
 */
public final class Script extends StepCoroutine<Object> {
    private final String name;
    private final List<Step<?>> steps = new ArrayList<>();
    private Supplier<? extends @Nullable Object> result = () -> null;
    private int next;
    private @Nullable Awaitable<?> current;

    private Script(String name) {
        this.name = name;
    }

    /** An empty script: {@code async def name(): pass}. */
    public static Script script(String name) {
        return new Script(name);
    }

    /** Does something at once. */
    public Script run(Runnable action) {
        return await(() -> {
            action.run();
            return null;
        });
    }

    /** Awaits something; null is nothing to wait for. */
    public Script await(Supplier<? extends @Nullable Awaitable<?>> awaitable) {
        steps.add(new Step<Object>(awaitable, value -> {}));
        return this;
    }

    /** Awaits something and does something with its value. */
    public <V> Script await(
            Supplier<? extends Awaitable<? extends V>> awaitable, Consumer<? super V> then) {
        steps.add(new Step<V>(awaitable, then));
        return this;
    }

    /** Gives up the turn, so many times: {@code await sleep(0)}. */
    public Script pause(int times) {
        for (int i = 0; i < times; i++) {
            await(() -> new Sleep<>(0, null));
        }
        return this;
    }

    /** Sleeps for so many virtual nanoseconds. */
    public Script sleep(long nanos) {
        return await(() -> new Sleep<>(nanos, null));
    }

    /** {@code raise error}. */
    public Script raise(Throwable error) {
        return await(() -> {
            throw Throwing.asIs(error);
        });
    }

    /** {@code try: body; except CancelledError as error: handler; then more}. */
    public Script onCancel(Script body, Consumer<CancelledError> handler, Script more) {
        return await(() -> new Attempt<>(body, CancelledError.class, handler, more));
    }

    /** {@code try: body; except CancelledError as error: handler}. */
    public Script onCancel(Script body, Consumer<CancelledError> handler) {
        return onCancel(body, handler, script("nothing"));
    }

    /** {@code try: body; except type as error: handler}. */
    public <E extends Throwable> Script attempt(Script body, Class<E> type, Consumer<E> handler) {
        return await(() -> new Attempt<>(body, type, handler, script("nothing")));
    }

    /** {@code async with timeout: body}. */
    public Script timeout(Supplier<Timeout> timeout, Script body) {
        return await(() -> {
            Timeout made = timeout.get();
            return new Around(body, made::enter,
                    thrown -> script("exit").run(() -> made.exit(thrown)));
        });
    }

    /** {@code async with group: body}. */
    public Script group(TaskGroup group, Script body) {
        return await(() -> new Around(body, group::enter, group::exit));
    }

    /** {@code return value}. */
    public Script giving(Supplier<? extends @Nullable Object> value) {
        result = value;
        return this;
    }

    @Override
    protected Signal advance(@Nullable Throwable thrown) {
        state = 1;
        Throwable raise = thrown;
        while (next < steps.size()) {
            Step<?> step = steps.get(next);
            boolean first = current == null;
            if (first) {
                current = step.awaitable().get();
            }
            Awaitable<?> awaited = current;
            if (awaited != null) {
                Signal signal = Awaiting.go(awaited, first, raise);
                raise = null;
                if (signal != Signal.RETURNED) {
                    return signal;
                }
                step.accept(Awaiting.value(awaited));
            }
            current = null;
            next++;
        }
        return returned(result.get());
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public @Nullable String where() {
        return name + ":" + next;
    }

    private record Step<V>(
            Supplier<? extends @Nullable Awaitable<?>> awaitable, Consumer<? super V> then) {
        @SuppressWarnings("unchecked")
        void accept(@Nullable Object value) {
            then.accept((V) value);
        }
    }

    /** {@code await}, as the compiler of Python has it. */
    private static final class Awaiting extends Coroutine<Object> {
        private Awaiting() {}

        static Signal go(Awaitable<?> awaitable, boolean first, @Nullable Throwable thrown) {
            if (awaitable instanceof Coroutine<?> coroutine) {
                return coroutine.resume(thrown);
            }
            Future<?> future = (Future<?>) awaitable;
            if (first && !future.isDone()) {
                return future;
            }
            awaited(future, thrown);
            return Signal.RETURNED;
        }

        static @Nullable Object value(Awaitable<?> awaitable) {
            return awaitable instanceof Coroutine<?> coroutine
                    ? coroutine.result()
                    : ((Future<?>) awaitable).result();
        }

        @Override
        public Signal resume(@Nullable Throwable thrown) {
            throw new UnsupportedOperationException();
        }

        @Override
        public String name() {
            return "await";
        }
    }
}
