package dev.countermand.junit;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Says when a search has used up its time: the one look that this module takes at a real clock. */
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
        return limit > 0 && System.nanoTime() - begin >= limit;
    }
}
