package org.example.shutdown;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Handles requests on an executor, and writes what comes of them. */
public class Server {
    /** What a request waits for, such as another service. */
    public interface Work {
        /** Does it. */
        void run() throws InterruptedException;
    }

    private final ExecutorService executor;
    private final Database database;

    /** Creates a server. */
    public Server(ExecutorService executor, Database database) {
        this.executor = executor;
        this.database = database;
    }

    /** Takes a request; the future fails if it could not be handled to its end. */
    public Future<?> handle(String request, Work work) {
        return executor.submit(() -> {
            work.run();
            database.write(request);
            return null;
        });
    }

    /** Ends the server: takes no more requests, and closes what they use. */
    public void stop() throws InterruptedException {
        executor.shutdown();
        database.close();
        executor.awaitTermination(10, TimeUnit.SECONDS);
    }

    /** The executor, for those that end the server in another order. */
    protected ExecutorService executor() {
        return executor;
    }

    /** The database, for those that end the server in another order. */
    protected Database database() {
        return database;
    }
}
