package dev.countermand.junit;

import dev.countermand.junit.run.Exploration;
import dev.countermand.junit.run.Options;
import dev.countermand.junit.run.TestFailed;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Tells the build what was done: JUnit's report entries. */
final class Entries {
    private Entries() {}

    static void publish(ExtensionContext context, Options options, Exploration exploration,
            @Nullable TestFailed failed) {
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put("countermand.schedules", Long.toString(exploration.runs()));
        entries.put("countermand.seed", Long.toString(
                failed == null ? options.limits().seed() : failed.seed()));
        if (failed != null) {
            entries.put("countermand.schedule", failed.schedule());
            int number = 0;
            for (Path file : failed.files()) {
                entries.put(number++ == 0 ? "countermand.trace" : "countermand.report",
                        file.toString());
            }
        }
        context.publishReportEntry(entries);
    }
}
