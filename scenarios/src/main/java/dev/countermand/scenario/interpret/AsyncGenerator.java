package dev.countermand.scenario.interpret;

import dev.countermand.loop.Accesses;
import dev.countermand.loop.AsyncGenerators;
import dev.countermand.loop.Coroutine;
import dev.countermand.loop.Signal;
import dev.countermand.loop.SimLoop;
import dev.countermand.loop.StepCoroutine;
import dev.countermand.loop.error.GeneratorExit;
import dev.countermand.loop.error.RuntimeError;
import dev.countermand.loop.error.StopAsyncIteration;
import dev.countermand.scenario.value.Values;
import org.jspecify.annotations.Nullable;

/**
 * An asynchronous generator object, with the rules of CPython's {@code genobject.c}.
 *
 * <p>A loop gets to know it at its first use, and closes it in {@code shutdown_asyncgens}.
 */
final class AsyncGenerator implements AsyncGenerators.Closeable, Values.PythonTyped {
    private final Frame body;
    private boolean known;
    private boolean running;
    private boolean closed;

    AsyncGenerator(Frame body) {
        this.body = body;
    }

    private void becomeKnown() {
        Accesses.write(this);
        if (!known) {
            known = true;
            SimLoop.running().generators().begin(this);
        }
    }

    /** The next value, or StopAsyncIteration: {@code __anext__}. */
    Coroutine<Object> anext() {
        becomeKnown();
        return new Next();
    }

    @Override
    public Coroutine<Object> aclose() {
        becomeKnown();
        return new Close();
    }

    @Override
    public String pythonType() {
        return "async_generator";
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

    private final class Next extends StepCoroutine<Object> {
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
            Frame.Yielded yielded = body.yielded();
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
