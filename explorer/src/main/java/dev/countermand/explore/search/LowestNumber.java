package dev.countermand.explore.search;

import java.util.concurrent.atomic.AtomicLong;

/** The lowest number of a failing run that any worker has met. */
final class LowestNumber {
    private final AtomicLong lowest = new AtomicLong(Long.MAX_VALUE);

    void offer(long number) {
        lowest.accumulateAndGet(number, Math::min);
    }

    /** Whether a run of this number could still be the result, or belongs to what comes before. */
    boolean allows(long number) {
        return number < lowest.get();
    }

    long get() {
        return lowest.get();
    }
}
