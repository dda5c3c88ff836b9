package dev.countermand.loop.direct;

import dev.countermand.loop.Awaitable;
import dev.countermand.loop.BodyStyle;
import dev.countermand.loop.Coroutine;
import dev.countermand.loop.Future;
import dev.countermand.loop.SimLoop;
import dev.countermand.loop.Simulation;
import dev.countermand.loop.combine.Sleep;
import dev.countermand.loop.error.RuntimeError;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes coroutines as plain Java: {@code await} and {@code sleep} in the middle of a lambda.
 *
 * <p>An object of this class makes coroutines; the static methods are for their bodies.
 */
public final class DirectStyle implements BodyStyle {
    private final Backend backend;

    /** Uses the fastest backend that this JVM allows. */
    public DirectStyle(Simulation simulation) {
        this(simulation, Backend.fastest());
    }

    /**
     * Uses a given backend.
     *
     * @throws IllegalStateException if this JVM does not allow it; the message has the remedy
     */
    public DirectStyle(Simulation simulation, Backend backend) {
        backend.obstacle().ifPresent(obstacle -> {
            throw new IllegalStateException(obstacle);
        });
        this.backend = backend;
        backend.host(simulation);
        simulation.setBodyStyle(this);
    }

    /** The style of a simulation, which gets the fastest backend if it has none yet. */
    public static DirectStyle of(Simulation simulation) {
        return simulation.bodyStyle() instanceof DirectStyle style
                ? style
                : new DirectStyle(simulation);
    }

    /** A coroutine that the simulation carries in which it begins, whichever that is. */
    public static <T> Coroutine<T> unbound(String name, Callable<? extends @Nullable T> body) {
        return new DirectCoroutine<>(null, name, body);
    }

    /**
     * A coroutine that is a thread: it may also wait in the JDK, for a lock or a latch, until
     * another thread of the simulation lets it go on. Waits for a time of the real clock are
     * refused as in every coroutine, and on backends other than {@code mounted} all waits are.
     *
     * @param name its name in traces and reports
     */
    public static <T> Coroutine<T> thread(String name, Callable<? extends @Nullable T> body) {
        return new DirectCoroutine<>(null, name, body, true);
    }

    /**
     * A thread that is not started. Its code runs in the simulation: starting it makes a task.
     *
     * @param loop the loop that runs it
     * @param onStart is given the coroutine to make a task of
     * @throws IllegalStateException if this JVM has no threads that a loop can carry; the message
     *     has the remedy
     */
    public static Thread unstartedThread(SimLoop loop, String name, Runnable work,
            Consumer<Coroutine<Object>> onStart) {
        new MountedBackend().obstacle().ifPresent(obstacle -> {
            throw new IllegalStateException(obstacle);
        });
        return DirectCoroutine.unstartedThread(loop, name, work, onStart);
    }

    /** The backend that carries the coroutines. */
    public Backend backend() {
        return backend;
    }

    @Override
    public <T> Coroutine<T> coroutine(String name, Callable<? extends @Nullable T> body) {
        return new DirectCoroutine<>(backend, name, body);
    }

    /** Makes a coroutine that returns nothing. */
    public Coroutine<Object> coroutine(String name, Body body) {
        return coroutine(name, () -> {
            body.run();
            return null;
        });
    }

    /** The body of a coroutine that returns nothing. */
    @FunctionalInterface
    public interface Body {
        /** Does the work; may await, and may throw anything. */
        void run() throws Exception;
    }

    /**
     * Waits for a future, a task or a coroutine: Python's {@code await}.
     *
     * @return its value
     * @throws RuntimeError outside a coroutine
     * @throws RuntimeException whatever it raises, checked errors unwrapped; CancelledError when
     *     the task is cancelled meanwhile
     */
    public static <T> @Nullable T await(Awaitable<T> awaitable) {
        return DirectCoroutine.current().await(awaitable);
    }

    /**
     * Waits for a future in a {@link #thread}, as {@link #await(Awaitable)} does.
     *
     * @param onInterrupt is called when the thread is interrupted meanwhile, if the backend lets a
     *     thread wait in the JDK; it may make the future done, or let the wait go on
     */
    public static void await(Future<?> future, Runnable onInterrupt) {
        DirectCoroutine.current().await(future, onInterrupt);
    }

    /** Waits for a while of the loop's time: {@code asyncio.sleep}. */
    public static void sleep(Duration delay) {
        await(new Sleep<>(delay.toNanos(), null));
    }
}
