package org.example.pool;

import static dev.countermand.asyncio.Asyncio.await;

import dev.countermand.loop.sync.Queue;

/** A pool that lends no connection again on which an answer is still to come. */
public final class RepairedPool extends Pool {
    private final Queue<Connection> free = new Queue<>();

    /** Opens the connection. */
    public RepairedPool() {
        free.putNowait(new Connection());
    }

    @Override
    public String request(String command) {
        Connection connection = await(free.get());
        boolean answered = false;
        try {
            String answer = connection.request(command);
            answered = true;
            return answer;
        } finally {
            if (!answered) {
                connection.close();
                connection = new Connection();
            }
            free.putNowait(connection);
        }
    }
}
