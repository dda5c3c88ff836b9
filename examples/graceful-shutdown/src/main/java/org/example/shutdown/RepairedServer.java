package org.example.shutdown;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

/** A server that closes the database when nobody uses it any more. */
public final class RepairedServer extends Server {
    /** Creates a server. */
    public RepairedServer(ExecutorService executor, Database database) {
        super(executor, database);
    }

    @Override
    public void stop() throws InterruptedException {
        executor().shutdown();
        executor().awaitTermination(10, TimeUnit.SECONDS);
        database().close();
    }
}
