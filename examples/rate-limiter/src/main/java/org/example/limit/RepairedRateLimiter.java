package org.example.limit;

import dev.countermand.loop.Future;
import dev.countermand.loop.error.CancelledError;

/** A limiter whose callers hand a permit on that reaches them when they are cancelled. */
public final class RepairedRateLimiter extends RateLimiter {
    /** Creates a limiter with so many permits. */
    public RepairedRateLimiter(int permits) {
        super(permits);
    }

    @Override
    protected void waitFor(Future<Object> turn) {
        try {
            super.waitFor(turn);
        } catch (CancelledError cancelled) {
            if (turn.isDone() && !turn.isCancelled()) {
                release();
            }
            throw cancelled;
        }
    }
}
