package dev.countermand.page;

import dev.countermand.report.ReportFile;
import java.nio.file.Path;

/** STUB. */
public final class ExplorationPage {
    private ExplorationPage() {}

    /** STUB. */
    public static void write(Path file, String json) {
        ReportFile.write(file, json);
    }
}
