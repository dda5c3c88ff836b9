package dev.countermand.benchmark;

import dev.countermand.scenario.model.Scenario;
import dev.countermand.scenario.read.ScenarioReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * A small bug of the size that the explorer runs many thousand times: the lock of CPython 3.5,
 * whose cancelled waiter, woken already, wakes nobody else (bpo-27585).
 */
final class LockBug {
    private static final String FILE = "lock-bug.scenario.json";
    private static final String REPAIRED =
            "/dev/countermand/scenario/library/bugs/lock-wakeup-lost-fixed.scenario.json";

    private LockBug() {}

    static Scenario scenario() {
        return read(FILE);
    }

    /** The same bug in the form that the library has it, repaired. */
    static Scenario repaired() {
        return read(REPAIRED);
    }

    private static Scenario read(String resource) {
        try (InputStream file = LockBug.class.getResourceAsStream(resource)) {
            return ScenarioReader.read(resource, file.readAllBytes());
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }
}
