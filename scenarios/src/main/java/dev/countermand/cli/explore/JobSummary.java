package dev.countermand.cli.explore;

import dev.countermand.cli.terminal.Surroundings;
import dev.countermand.cli.terminal.UserError;
import dev.countermand.report.TraceDocument;
import dev.countermand.report.export.StepSummary;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The summary of the job that this process is a step of, where GitHub runs it. */
public final class JobSummary {
    private static final String VARIABLE = "GITHUB_STEP_SUMMARY";

    /** Of a summary that is larger than 1 MiB nothing is shown. */
    private static final long MOST_BYTES = 1 << 20;

    private JobSummary() {}

    /**
     * Adds a failing run to the summary, if there is one and it has room. A summary that cannot be
     * written is a line on standard error: what was found is worth more.
     */
    public static void add(Surroundings surroundings, TraceDocument run) {
        String name = surroundings.environment().get(VARIABLE);
        if (name == null || name.isEmpty()) {
            return;
        }
        byte[] text = ('\n' + StepSummary.of(run)).getBytes(StandardCharsets.US_ASCII);
        try {
            Path file = surroundings.folder().resolve(name);
            long size = Files.exists(file) ? Files.size(file) : 0;
            if (size + text.length <= MOST_BYTES) {
                Files.write(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            }
        } catch (IOException | InvalidPathException e) {
            surroundings.err().println(UserError.oneLine("countermand: warning: " + VARIABLE + ": "
                    + name + " cannot be written: " + e.getMessage()));
        }
    }
}
