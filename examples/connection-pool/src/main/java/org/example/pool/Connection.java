package org.example.pool;

import static dev.countermand.asyncio.Asyncio.sleep;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;

/** A connection to a server that answers requests in the order in which they were sent. */
public final class Connection {
    private static final Duration LATENCY = Duration.ofMillis(10);

    private final Queue<String> answers = new ArrayDeque<>();
    private boolean closed;

    /** Sends a request and reads the next answer. */
    public String request(String command) {
        answers.add("answer to " + command);
        sleep(LATENCY);
        return answers.remove();
    }

    /** Closes it; it is of no further use. */
    public void close() {
        closed = true;
    }

    /** Whether it was closed. */
    public boolean isClosed() {
        return closed;
    }
}
