package dev.countermand.loop.combine;

import static dev.countermand.loop.VersionDifference.CANCELLED_ERROR_SUBCLASSES_COUNT;

import dev.countermand.loop.Accesses;
import dev.countermand.loop.Handle;
import dev.countermand.loop.SimLoop;
import dev.countermand.loop.Task;
import dev.countermand.loop.error.CancelledError;
import dev.countermand.loop.error.RuntimeError;
import dev.countermand.loop.error.TimeoutError;
import org.jspecify.annotations.Nullable;

/**
 * A deadline for a block of code: {@code asyncio.timeout} and {@code timeout_at}.
 *
 * <p>At the deadline the task is cancelled; on the way out of the block that cancellation becomes a
 * TimeoutError, unless somebody else has asked for one as well.
 */
public final class Timeout {
    private enum State {
        CREATED("created"),
        ENTERED("active"),
        EXPIRING("expiring"),
        EXPIRED("expired"),
        EXITED("finished");

        private final String word;

        State(String word) {
            this.word = word;
        }
    }

    private State phase = State.CREATED;
    private @Nullable Long deadlineNanos;
    private @Nullable Task<?> task;
    private @Nullable Handle handle;
    private int cancellingAtEntry;

    /** Creates a timeout for a time of the loop, in nanoseconds; null is no deadline. */
    public Timeout(@Nullable Long deadlineNanos) {
        this.deadlineNanos = deadlineNanos;
    }

    /**
     * The deadline in nanoseconds of the loop's clock, null if there is none: {@code Timeout.when}.
     */
    public @Nullable Long deadlineNanos() {
        Accesses.read(this);
        return deadlineNanos;
    }

    /** Whether the deadline passed while the block ran: {@code Timeout.expired}. */
    public boolean expired() {
        Accesses.read(this);
        return phase == State.EXPIRING || phase == State.EXPIRED;
    }

    /**
     * Moves the deadline: {@code Timeout.reschedule}.
     *
     * @param newDeadlineNanos the new time, null for none
     * @throws RuntimeError before the block was entered, after it was left, or when it is too late
     */
    public void reschedule(@Nullable Long newDeadlineNanos) {
        Accesses.write(this);
        if (phase == State.CREATED) {
            throw new RuntimeError("Timeout has not been entered");
        }
        if (phase != State.ENTERED) {
            throw new RuntimeError("Cannot change state of " + phase.word + " Timeout");
        }
        deadlineNanos = newDeadlineNanos;
        if (handle != null) {
            handle.cancel();
        }
        if (newDeadlineNanos == null) {
            handle = null;
        } else {
            SimLoop loop = SimLoop.running();
            handle = newDeadlineNanos <= loop.nanos()
                    ? loop.callSoon(this::onTimeout)
                    : loop.callAt(newDeadlineNanos, this::onTimeout);
        }
    }

    /** Enters the block: {@code Timeout.__aenter__}. */
    public void enter() {
        Accesses.write(this);
        if (phase != State.CREATED) {
            throw new RuntimeError("Timeout has already been entered");
        }
        task = SimLoop.running().currentTask();
        if (task == null) {
            throw new RuntimeError("Timeout should be used inside a task");
        }
        phase = State.ENTERED;
        cancellingAtEntry = task.cancelling();
        reschedule(deadlineNanos);
    }

    /**
     * Leaves the block: {@code Timeout.__aexit__}. It never swallows: whatever ended the block goes
     * on.
     *
     * @param thrown what ended the block, null if it came to its end
     * @throws TimeoutError in place of the CancelledError that this timeout caused
     */
    public void exit(@Nullable Throwable thrown) {
        Accesses.write(this);
        if (handle != null) {
            handle.cancel();
            handle = null;
        }
        if (phase == State.EXPIRING) {
            phase = State.EXPIRED;
            boolean onlyOurs = task.uncancel() <= cancellingAtEntry;
            if (onlyOurs && thrown instanceof CancelledError && counts(thrown)) {
                task.leftScope("timeout", cancellingAtEntry);
                TimeoutError timeout = new TimeoutError();
                timeout.initCause(thrown);
                throw timeout;
            }
        } else if (phase == State.ENTERED) {
            phase = State.EXITED;
        }
        if (thrown == null) {
            task.leftScope("timeout", cancellingAtEntry);
        }
    }

    private boolean counts(Throwable cancelled) {
        return cancelled.getClass() == CancelledError.class
                || task.loop().python().has(CANCELLED_ERROR_SUBCLASSES_COUNT);
    }

    private void onTimeout() {
        Accesses.write(this);
        handle = null;
        task.loop().within("timeout", task::cancel);
        phase = State.EXPIRING;
    }

    @Override
    public String toString() {
        return "<Timeout [" + phase.word + "]>";
    }
}
