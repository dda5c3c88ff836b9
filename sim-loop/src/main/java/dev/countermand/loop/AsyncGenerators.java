package dev.countermand.loop;

import java.util.ArrayList;
import java.util.List;

/**
 * The asynchronous generators that were begun on a loop: asyncio's {@code _asyncgens}.
 *
 * <p>CPython keeps them in a set of weak references. Here a generator stays until it is closed by
 * {@code shutdown_asyncgens}, in order of its first iteration.
 */
public final class AsyncGenerators {
    private final SimLoop loop;
    private final List<Closeable> begun = new ArrayList<>();
    private boolean shutdownCalled;

    AsyncGenerators(SimLoop loop) {
        this.loop = loop;
    }

    /** An asynchronous generator as the loop sees it. */
    public interface Closeable {
        /** The coroutine that ends the generator: {@code aclose()}. */
        Coroutine<?> aclose();
    }

    /** A generator is iterated for the first time: {@code _asyncgen_firstiter_hook}. */
    public void begin(Closeable generator) {
        Accesses.write(this);
        begun.add(generator);
    }

    /** Takes out all generators, to be closed; later ones will not be. */
    public List<Closeable> drain() {
        Accesses.write(this);
        shutdownCalled = true;
        List<Closeable> closing = new ArrayList<>(begun);
        begun.clear();
        return closing;
    }

    /** Whether {@link #drain} was called: a generator begun after it is never closed. */
    public boolean isShutdown() {
        Accesses.read(this);
        return shutdownCalled;
    }

    /** The loop they belong to. */
    public SimLoop loop() {
        return loop;
    }
}
