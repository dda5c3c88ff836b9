package dev.countermand.loop;

import dev.countermand.loop.error.RuntimeError;
import dev.countermand.loop.error.Throwing;
import org.jspecify.annotations.Nullable;

/**
 * A computation that can be suspended at its awaits: Python's coroutine object.
 *
 * <p>This is the seam between the loop and the ways to write programs for it. Scenario bodies, Java
 * in direct style and the loop's own operations ({@code sleep}, {@code lock.acquire}, ..) all are
 * subclasses; a task cannot tell them apart.
 *
 * @param <T> the type of the value it returns
 */
public abstract non-sealed class Coroutine<T> implements Awaitable<T> {
    /** The remedy for awaiting a coroutine a second time. */
    protected static final String AWAITED_TWICE = "a coroutine runs once: call what makes it again,"
            + " or make a task of it, which any number of others can await";

    private @Nullable T result;

    /** Creates a coroutine; a loop that runs programs in direct style gets to know of it. */
    protected Coroutine() {
        SimLoop running = RunningLoop.get();
        if (running != null && running.simulation().bodyStyle() != null) {
            running.neverAwaited.add(this);
        }
    }

    /**
     * Whether it was ever resumed or closed. One that was not when its loop is closed is reported
     * as never awaited; a subclass that cannot tell says that it has.
     */
    protected boolean hasBegun() {
        return true;
    }

    /** The name with that of the class it belongs to: Python's {@code __qualname__}. */
    public String qualifiedName() {
        return name();
    }

    /**
     * Goes on from the last suspension, or begins.
     *
     * @param thrown null to go on normally (Python's {@code send(None)}); otherwise the error is
     *     raised at the point of suspension (Python's {@code throw}). Thrown into a coroutine that
     *     has not begun, it ends it without running any of its body.
     * @return what the coroutine waits for now, or that it has returned
     * @throws RuntimeException any error that leaves the coroutine, checked ones included,
     *     unwrapped
     */
    public abstract Signal resume(@Nullable Throwable thrown);

    /** The value the coroutine returned; null before it has. */
    public final @Nullable T result() {
        return result;
    }

    /** Notes the returned value; the last thing a coroutine does. */
    protected final Signal returned(@Nullable T value) {
        result = value;
        return Signal.RETURNED;
    }

    /** The name of the coroutine function: Python's {@code __name__}. It never changes. */
    public abstract String name();

    /**
     * The place of the await at which it is suspended, in the user's own terms: a source line, a
     * JSON pointer.
     *
     * @return null when it is not suspended or the place is unknown
     */
    public @Nullable String where() {
        return null;
    }

    /** Ends the coroutine if it is unfinished, running its clean-up: Python's {@code close()}. */
    public void close() {}

    /**
     * Takes the result of a future that this coroutine suspended on: the second half of Python's
     * {@code Future.__await__}.
     *
     * @param future the awaited future
     * @param thrown what the coroutine was resumed with
     */
    protected static <V> @Nullable V awaited(Future<V> future, @Nullable Throwable thrown) {
        if (thrown != null) {
            throw Throwing.asIs(thrown);
        }
        if (!future.isDone()) {
            throw new RuntimeError("await wasn't used with future");
        }
        return future.result();
    }
}
