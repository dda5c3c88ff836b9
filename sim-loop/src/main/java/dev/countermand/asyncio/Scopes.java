package dev.countermand.asyncio;

import dev.countermand.loop.AsyncGenerator;
import dev.countermand.loop.direct.DirectStyle;
import dev.countermand.loop.error.ErrorGroup;
import dev.countermand.loop.error.Throwing;
import dev.countermand.loop.error.TimeoutError;
import dev.countermand.loop.sync.Condition;
import dev.countermand.loop.sync.Lock;
import dev.countermand.loop.sync.Semaphore;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * asyncio's {@code async with} blocks, for programs in direct style.
 *
 * <p>A block that has a say in which error leaves it (a timeout, a task group) takes its body as a
 * lambda. It cannot be a try-with-resources block: there {@code close()} does not learn of the
 * error in flight, and what it raises is only attached to that error as suppressed, so a timed-out
 * block would end with the CancelledError. What is merely given back (a lock, a generator) can.
 */
public final class Scopes {
    private Scopes() {}

    /**
     * Runs a block for a limited time: {@code asyncio.timeout}.
     *
     * @param delay how long from now, null for no limit; at zero or less it is cancelled at its
     *     first await
     * @return what the body returns
     * @throws TimeoutError when the time is up; its cause is the CancelledError that ended the body
     */
    public static <T> @Nullable T timeout(
            @Nullable Duration delay, Callable<? extends @Nullable T> body) {
        return Timeout.after(delay).run(scope -> body.call());
    }

    /** Runs a block that returns nothing for a limited time: {@code asyncio.timeout}. */
    public static void timeout(@Nullable Duration delay, DirectStyle.Body body) {
        Timeout.after(delay).run(withoutValue(scope -> body.run()));
    }

    /** Runs a block that can look at its deadline and move it: {@code asyncio.timeout}. */
    public static void timeout(@Nullable Duration delay, ScopedAction<Timeout> body) {
        Timeout.after(delay).run(withoutValue(body));
    }

    /**
     * Runs a block until a time of the loop: {@code asyncio.timeout_at}.
     *
     * @param when as {@link Asyncio#time} tells it, null for no limit
     */
    public static <T> @Nullable T timeoutAt(
            @Nullable Duration when, Callable<? extends @Nullable T> body) {
        return Timeout.at(when).run(scope -> body.call());
    }

    /** Runs a block that returns nothing until a time of the loop: {@code asyncio.timeout_at}. */
    public static void timeoutAt(@Nullable Duration when, DirectStyle.Body body) {
        Timeout.at(when).run(withoutValue(scope -> body.run()));
    }

    /** Runs a block that can look at its deadline and move it: {@code asyncio.timeout_at}. */
    public static void timeoutAt(@Nullable Duration when, ScopedAction<Timeout> body) {
        Timeout.at(when).run(withoutValue(body));
    }

    /**
     * Runs a block and waits for the tasks it made in its group: {@code asyncio.TaskGroup}.
     *
     * @throws RuntimeException an {@link ErrorGroup} of the errors of the body and the tasks, if
     *     there are any but cancellations; where one of them is no ordinary failure the group is an
     *     Error
     */
    public static void taskGroup(ScopedAction<TaskGroup> body) {
        new TaskGroup().run(withoutValue(body));
    }

    /**
     * The same, returning what the body returns: {@code asyncio.TaskGroup}. It has a name of its
     * own because the compiler could not tell {@code group -> f(group)} from the other form.
     */
    public static <T> @Nullable T taskGroupResult(ScopedBody<TaskGroup, T> body) {
        return new TaskGroup().run(body);
    }

    private static <S> ScopedBody<S, Object> withoutValue(ScopedAction<S> body) {
        return scope -> {
            body.run(scope);
            return null;
        };
    }

    /** Runs a block while holding a lock: {@code async with} of an {@code asyncio.Lock}. */
    public static <T> @Nullable T withLock(Lock lock, Callable<? extends @Nullable T> body) {
        Asyncio.await(lock.acquire());
        try {
            return body.call();
        } catch (Exception error) {
            throw Throwing.asIs(error);
        } finally {
            lock.release();
        }
    }

    /** Runs a block that returns nothing: {@code async with} of an {@code asyncio.Lock}. */
    public static void withLock(Lock lock, DirectStyle.Body body) {
        withLock(lock, () -> {
            body.run();
            return null;
        });
    }

    /**
     * Takes a lock, to be freed by the end of a try-with-resources block: {@code async with} of an
     * {@code asyncio.Lock}.
     *
     * <p>An error of the body goes on even if the lock cannot be freed; in Python the error of
     * {@code release} would replace it, and here it is suppressed.
     */
    public static Held hold(Lock lock) {
        Asyncio.await(lock.acquire());
        return lock::release;
    }

    /** The same with a condition's lock: {@code async with} of an {@code asyncio.Condition}. */
    public static Held hold(Condition condition) {
        Asyncio.await(condition.acquire());
        return condition::release;
    }

    /** The same with a permit: {@code async with} of an {@code asyncio.Semaphore}. */
    public static Held hold(Semaphore semaphore) {
        Asyncio.await(semaphore.acquire());
        return semaphore::release;
    }

    /**
     * Closes a generator at the end of a try-with-resources block: {@code contextlib.aclosing}.
     * Closing it awaits.
     */
    public static Held closing(AsyncGenerator<?> generator) {
        return () -> Asyncio.await(generator.aclose());
    }
}
