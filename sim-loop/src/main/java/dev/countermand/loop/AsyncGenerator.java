package dev.countermand.loop;

import dev.countermand.loop.error.GeneratorExit;
import dev.countermand.loop.error.RuntimeError;
import dev.countermand.loop.error.StopAsyncIteration;
import org.jspecify.annotations.Nullable;

/**
 * An asynchronous generator object, with the rules of CPython's {@code genobject.c}, whatever its
 * body is written in.
 *
 * <p>A loop gets to know it at its first use, and closes it in {@code shutdown_asyncgens}. There is
 * no {@code asend} and no {@code athrow}.
 *
 * @param <T> the type of the values it yields
 */
public class AsyncGenerator<T> implements AsyncGenerators.Closeable {
    private final Body<T> body;
    private boolean known;
    private boolean running;
    private boolean closed;

    /** Creates a generator, of whose body nothing has run. */
    public AsyncGenerator(Body<T> body) {
        this.body = body;
        AccessSink sink = Accesses.sink();
        if (sink != null) {
            sink.made(this);
        }
    }

    @Override
    public boolean isOpen() {
        return !closed && !body.isFinished();
    }

    /**
     * The code of a generator, suspended at its awaits and at its yields.
     *
     * @param <T> the type of the values it yields
     */
    public interface Body<T> {
        /**
         * Goes on, as {@link Coroutine#resume} does.
         *
         * @return what it awaits; {@link Signal#RETURNED} when it has yielded or ended
         */
        Signal resume(@Nullable Throwable thrown);

        /** Whether it has ended. */
        boolean isFinished();

        /** What it has yielded, null if it has ended instead. */
        @Nullable Yielded<T> yielded();

        /** The place at which it is suspended, null when unknown. */
        @Nullable String where();

        /** The name of the generator function. */
        String name();
    }

    /**
     * What a body gives to whoever iterates it.
     *
     * @param <T> the type of the value
     * @param value the value, which may be null
     */
    public record Yielded<T>(@Nullable T value) {}

    private void becomeKnown() {
        Accesses.write(this);
        if (!known) {
            known = true;
            SimLoop.running().generators().begin(this);
        }
    }

    /** The next value, or StopAsyncIteration: {@code anext}, {@code agen.__anext__}. */
    public final Coroutine<T> anext() {
        becomeKnown();
        return new Next();
    }

    /** Raises GeneratorExit where the body is suspended, so that it ends: {@code agen.aclose}. */
    @Override
    public final Coroutine<Object> aclose() {
        becomeKnown();
        return new Close();
    }

    @Override
    public String toString() {
        return "<async_generator object " + body.name() + ">";
    }

    private Signal resumeBody(@Nullable Throwable thrown) {
        try {
            return body.resume(thrown);
        } catch (StopAsyncIteration error) {
            RuntimeError converted = new RuntimeError("async generator raised StopAsyncIteration");
            converted.initCause(error);
            throw converted;
        }
    }

    private final class Next extends StepCoroutine<T> {
        @Override
        protected Signal advance(@Nullable Throwable thrown) {
            Accesses.write(AsyncGenerator.this);
            if (state == 0) {
                if (running) {
                    throw new RuntimeError("anext(): asynchronous generator is already running");
                }
                if (body.isFinished()) {
                    closed = true;
                    throw new StopAsyncIteration();
                }
                running = true;
                state = 1;
            }
            Signal signal;
            try {
                signal = resumeBody(thrown);
            } catch (Throwable error) {
                running = false;
                closed |= error instanceof GeneratorExit;
                throw error;
            }
            if (signal != Signal.RETURNED) {
                return signal;
            }
            running = false;
            Yielded<T> yielded = body.yielded();
            if (yielded == null) {
                closed = true;
                throw new StopAsyncIteration();
            }
            return returned(yielded.value());
        }

        @Override
        public @Nullable String where() {
            return body.where();
        }

        @Override
        public String name() {
            return "anext";
        }
    }

    private final class Close extends StepCoroutine<Object> {
        @Override
        protected Signal advance(@Nullable Throwable thrown) {
            Accesses.write(AsyncGenerator.this);
            Throwable raise = thrown;
            if (state == 0) {
                if (body.isFinished()) {
                    return returned(null);
                }
                if (running) {
                    throw new RuntimeError("aclose(): asynchronous generator is already running");
                }
                if (closed) {
                    throw new StopAsyncIteration();
                }
                running = true;
                closed = true;
                state = 1;
                raise = new GeneratorExit();
            }
            return goOn(raise);
        }

        private Signal goOn(@Nullable Throwable raise) {
            Signal signal;
            try {
                signal = resumeBody(raise);
            } catch (GeneratorExit ended) {
                running = false;
                return returned(null);
            } catch (Throwable error) {
                running = false;
                throw error;
            }
            if (signal != Signal.RETURNED) {
                return signal;
            }
            running = false;
            if (body.yielded() != null) {
                throw new RuntimeError("async generator ignored GeneratorExit");
            }
            return returned(null);
        }

        @Override
        public @Nullable String where() {
            return body.where();
        }

        @Override
        public String name() {
            return "aclose";
        }
    }
}
