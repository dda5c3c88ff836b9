package dev.countermand.junit;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * Says when a search has used up its time, or that which JUnit gives its test: the one look that
 * this module takes at a real clock.
 */
final class StopWatch implements BooleanSupplier {
    private final long begin = System.nanoTime();
    private final long limit;

    /**
     * Starts now.
     *
     * @param limit the time that may be used; zero for no limit
     */
    StopWatch(Duration limit) {
        this.limit = limit.toNanos();
    }

    @Override
    public boolean getAsBoolean() {
        // A test that JUnit has timed out is interrupted, and has nobody to search for.
        return Thread.currentThread().isInterrupted()
                || limit > 0 && System.nanoTime() - begin >= limit;
    }
}
