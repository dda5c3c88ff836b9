package dev.countermand.junit;

import dev.countermand.junit.run.Exploration;
import dev.countermand.junit.run.Options;
import dev.countermand.junit.run.TestFailed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.MediaType;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.JUnitException;

/** Tells the build what was done: JUnit's report entries and attachments. */
final class Entries {
    private static final MediaType HTML = MediaType.create("text", "html");

    private Entries() {}

    static void publish(ExtensionContext context, Options options, Exploration exploration,
            @Nullable TestFailed failed) {
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put("countermand.schedules", Long.toString(exploration.runs()));
        entries.put("countermand.seed", Long.toString(
                failed == null || failed.run() == null
                        ? options.limits().seed() : failed.run().origin().seed()));
        if (!exploration.rechecks().isEmpty()) {
            entries.put("countermand.kept", String.join(", ", exploration.rechecks()));
        }
        if (failed != null) {
            entries.put("countermand.schedule", failed.schedule());
        }
        if (failed != null) {
            for (Path file : failed.files()) {
                entries.put(isPage(file) ? "countermand.report" : "countermand.trace",
                        file.toString());
                attach(context, file);
            }
        }
        context.publishReportEntry(entries);
    }

    /** Puts a copy of a file beside JUnit's own report, if the launcher has a place for it. */
    private static void attach(ExtensionContext context, Path file) {
        MediaType type = isPage(file) ? HTML : MediaType.APPLICATION_JSON;
        try {
            context.publishFile(file.getFileName().toString(), type,
                    target -> Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING));
        } catch (JUnitException none) {
            // What failed is worth more than a copy of its trace, which lies in its own folder.
        }
    }

    private static boolean isPage(Path file) {
        return file.toString().endsWith(".html");
    }
}
