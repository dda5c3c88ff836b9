package org.example.limit;

import static dev.countermand.asyncio.Asyncio.await;
import static dev.countermand.asyncio.Asyncio.createFuture;

import dev.countermand.loop.Future;
import java.util.ArrayDeque;
import java.util.Deque;

/** Lets a number of callers work at the same time; the others wait in line. */
public class RateLimiter {
    private final Deque<Future<Object>> line = new ArrayDeque<>();
    private int permits;

    /** Creates a limiter with so many permits. */
    public RateLimiter(int permits) {
        this.permits = permits;
    }

    /** Takes a permit, or waits for one. */
    public void acquire() {
        if (permits > 0) {
            permits--;
            return;
        }
        Future<Object> turn = createFuture();
        line.add(turn);
        waitFor(turn);
    }

    /** Waits until a permit is handed over. */
    protected void waitFor(Future<Object> turn) {
        await(turn);
    }

    /** Gives a permit back: to the first in line who still waits, else to nobody. */
    public void release() {
        while (!line.isEmpty()) {
            Future<Object> turn = line.remove();
            if (!turn.isDone()) {
                turn.setResult(null);
                return;
            }
        }
        permits++;
    }

    /** How many permits are free. */
    public int free() {
        return permits;
    }
}
