package dev.countermand.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A report as a file. */
public final class ReportFile {
    private ReportFile() {}

    /**
     * Writes a report whole or not at all, and the folders above it.
     *
     * @param text the report, in ASCII
     * @throws TraceException if that fails
     */
    public static void write(Path file, String text) {
        try {
            AtomicFile.write(file, text.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new TraceException(
                    file.toString(), "", "cannot be written: " + IoReason.of(e));
        }
    }
}
