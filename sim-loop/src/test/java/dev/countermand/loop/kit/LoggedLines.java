package dev.countermand.loop.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Keeps what the loop writes to the system's log, and keeps it off the console. */
public final class LoggedLines extends Handler {
    private static final Logger LOG = Logger.getLogger("dev.countermand.loop");

    private final List<LogRecord> records = new ArrayList<>();

    private LoggedLines() {}

    /** Listens from now on until it is closed. */
    public static LoggedLines listen() {
        LoggedLines lines = new LoggedLines();
        LOG.addHandler(lines);
        LOG.setUseParentHandlers(false);
        return lines;
    }

    /** What was logged so far: each line with its level before it. */
    public List<String> lines() {
        return records.stream()
                .map(record -> record.getLevel() + " " + record.getMessage())
                .toList();
    }

    /** The errors that were logged with the lines, null where there was none. */
    public List<Throwable> errors() {
        List<Throwable> errors = new ArrayList<>();
        records.forEach(record -> errors.add(record.getThrown()));
        return errors;
    }

    @Override
    public void publish(LogRecord logged) {
        records.add(logged);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        LOG.removeHandler(this);
        LOG.setUseParentHandlers(true);
    }
}
