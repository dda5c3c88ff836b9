package dev.countermand.loop.direct;

import dev.countermand.loop.AsyncGenerator;
import dev.countermand.loop.Signal;
import dev.countermand.loop.error.RuntimeError;
import dev.countermand.loop.error.Throwing;
import org.jspecify.annotations.Nullable;

/**
 * The body of an asynchronous generator in direct style: plain Java that awaits and yields.
 *
 * @param <T> the type of the values it yields
 */
public final class DirectGenerator<T> implements AsyncGenerator.Body<T> {
    private final String name;
    private final Code<T> code;

    /** Made when it begins: a generator that nobody iterates is no coroutine never awaited. */
    private @Nullable DirectCoroutine<Object> carried;

    private AsyncGenerator.@Nullable Yielded<T> yielded;

    /**
     * Creates a body of which nothing has run.
     *
     * @param name its name in reports
     * @param code what it does
     */
    public DirectGenerator(String name, Code<T> code) {
        this.name = name;
        this.code = code;
    }

    /**
     * What a generator does.
     *
     * @param <T> the type of the values it yields
     */
    @FunctionalInterface
    public interface Code<T> {
        /** Yields values one after the other; may await, and may throw anything. */
        void run(Output<T> out) throws Exception;
    }

    /**
     * Where a generator's values go.
     *
     * @param <T> their type
     */
    @FunctionalInterface
    public interface Output<T> {
        /**
         * Hands over a value and waits until the next one is asked for: Python's {@code yield}.
         *
         * @throws dev.countermand.loop.error.GeneratorExit when the generator is closed here
         * @throws RuntimeError outside the generator's own body
         */
        void yield(@Nullable T value);
    }

    private void yield(@Nullable T value) {
        DirectCoroutine<Object> own = carried;
        if (own == null || DirectCoroutine.current() != own) {
            throw new RuntimeError("yield outside the body of generator '" + name + "'",
                    "only the generator's own code can yield: hand values over to it in a Queue");
        }
        yielded = new AsyncGenerator.Yielded<>(value);
        Throwable thrown = own.suspend(Signal.RETURNED);
        yielded = null;
        if (thrown != null) {
            throw Throwing.asIs(thrown);
        }
    }

    @Override
    public Signal resume(@Nullable Throwable thrown) {
        if (carried == null) {
            carried = new DirectCoroutine<>(null, name, () -> {
                code.run(this::yield);
                return null;
            });
        }
        return carried.resume(thrown);
    }

    @Override
    public boolean isFinished() {
        return carried != null && carried.isFinished();
    }

    @Override
    public AsyncGenerator.@Nullable Yielded<T> yielded() {
        return yielded;
    }

    @Override
    public @Nullable String where() {
        return carried == null ? null : carried.where();
    }

    @Override
    public String name() {
        return name;
    }
}
