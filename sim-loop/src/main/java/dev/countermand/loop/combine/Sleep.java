package dev.countermand.loop.combine;

import dev.countermand.loop.Future;
import dev.countermand.loop.Signal;
import dev.countermand.loop.SimLoop;
import dev.countermand.loop.StepCoroutine;
import dev.countermand.loop.TimerHandle;
import dev.countermand.loop.error.Throwing;
import org.jspecify.annotations.Nullable;

/**
 * Waits for a while of virtual time: {@code asyncio.sleep}.
 *
 * @param <T> the type of the value it returns
 */
public final class Sleep<T> extends StepCoroutine<T> {
    private static final int YIELDED = 1;
    private static final int WAITING = 2;

    private final long delayNanos;
    private final @Nullable T value;
    private @Nullable Future<T> future;
    private @Nullable TimerHandle timer;

    /**
     * Creates the coroutine.
     *
     * @param delayNanos how long, in nanoseconds; zero or less only gives up the turn
     * @param value what it returns
     */
    public Sleep(long delayNanos, @Nullable T value) {
        this.delayNanos = delayNanos;
        this.value = value;
    }

    @Override
    protected Signal advance(@Nullable Throwable thrown) {
        if (state == 0) {
            return begin();
        }
        if (state == YIELDED) {
            if (thrown != null) {
                throw Throwing.asIs(thrown);
            }
            return returned(value);
        }
        try {
            return returned(awaited(future, thrown));
        } finally {
            timer.cancel();
        }
    }

    private Signal begin() {
        if (delayNanos <= 0) {
            state = YIELDED;
            return Signal.YIELDED;
        }
        SimLoop loop = SimLoop.running();
        Waking<T> wakes = new Waking<>(loop, value);
        wakes.setPurpose(this);
        timer = loop.callLater(delayNanos, wakes);
        future = wakes;
        state = WAITING;
        return wakes;
    }

    /**
     * The future and the timer's callback in one: a sleep lives long when there are many, and every
     * object it has must be kept, and moved by the collector, for all that time.
     */
    private static final class Waking<T> extends Future<T> implements Runnable {
        private final @Nullable T value;

        Waking(SimLoop loop, @Nullable T value) {
            super(loop);
            this.value = value;
        }

        @Override
        public void run() {
            if (!isDone()) {
                setResult(value);
            }
        }
    }

    @Override
    public String name() {
        return "sleep";
    }

    @Override
    public String toString() {
        return timer == null ? "sleep" : "sleep until " + timer.deadlineNanos() + " ns";
    }
}
