package dev.countermand.asyncio;

import dev.countermand.loop.SimLoop;
import dev.countermand.loop.error.RuntimeError;
import dev.countermand.loop.error.Throwing;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The time limit of a block, as the block sees it: {@code asyncio.Timeout}.
 *
 * <p>{@link Scopes#timeout} makes one. All times are durations since the loop was made.
 */
public final class Timeout {
    private final dev.countermand.loop.combine.Timeout rules;

    private Timeout(@Nullable Long deadlineNanos) {
        rules = new dev.countermand.loop.combine.Timeout(deadlineNanos);
    }

    static Timeout after(@Nullable Duration delay) {
        return new Timeout(delay == null
                ? null
                : SimLoop.running().deadlineAfter(delay.toNanos()));
    }

    static Timeout at(@Nullable Duration when) {
        return new Timeout(when == null ? null : when.toNanos());
    }

    /** The deadline, null if there is none: {@code Timeout.when}. */
    public @Nullable Duration when() {
        Long nanos = rules.deadlineNanos();
        return nanos == null ? null : Duration.ofNanos(nanos);
    }

    /**
     * Moves the deadline: {@code Timeout.reschedule}.
     *
     * @param when the new time, null for none
     * @throws RuntimeError after the block was left, or when it is too late
     */
    public void reschedule(@Nullable Duration when) {
        rules.reschedule(when == null ? null : when.toNanos());
    }

    /** Whether the deadline passed while the block ran: {@code Timeout.expired}. */
    public boolean expired() {
        return rules.expired();
    }

    <T> @Nullable T run(ScopedBody<Timeout, T> body) {
        rules.enter();
        T value;
        try {
            value = body.run(this);
        } catch (Throwable error) {
            rules.exit(error);
            throw Throwing.asIs(error);
        }
        rules.exit(null);
        return value;
    }

    @Override
    public String toString() {
        return rules.toString();
    }
}
