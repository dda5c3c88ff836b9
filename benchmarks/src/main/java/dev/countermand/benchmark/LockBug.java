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

    private LockBug() {}

    static Scenario scenario() {
        try (InputStream file = LockBug.class.getResourceAsStream(FILE)) {
            return ScenarioReader.read(FILE, file.readAllBytes());
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }
}
