package org.example.shutdown;

import java.util.ArrayList;
import java.util.List;

/** Keeps rows until it is closed. */
public final class Database implements AutoCloseable {
    private final List<String> rows = new ArrayList<>();
    private boolean closed;

    /**
     * Writes a row.
     *
     * @throws IllegalStateException if it is closed
     */
    public void write(String row) {
        if (closed) {
            throw new IllegalStateException("the database is closed");
        }
        rows.add(row);
    }

    /** What was written. */
    public List<String> rows() {
        return List.copyOf(rows);
    }

    @Override
    public void close() {
        closed = true;
    }
}
