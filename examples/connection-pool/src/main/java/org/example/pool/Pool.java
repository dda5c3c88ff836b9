package org.example.pool;

import static dev.countermand.asyncio.Asyncio.await;

import dev.countermand.loop.sync.Queue;

/** A pool of one connection. */
public class Pool {
    private final Queue<Connection> free = new Queue<>();

    /** Opens the connection. */
    public Pool() {
        free.putNowait(new Connection());
    }

    /** Lends the connection for one request. */
    public String request(String command) {
        Connection connection = await(free.get());
        try {
            return connection.request(command);
        } finally {
            giveBack(connection);
        }
    }

    /** Takes a connection back, in whatever state it is. */
    protected void giveBack(Connection connection) {
        free.putNowait(connection);
    }
}
