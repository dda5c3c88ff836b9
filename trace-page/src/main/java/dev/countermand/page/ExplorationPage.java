package dev.countermand.page;

import dev.countermand.report.ReportFile;
import java.nio.file.Path;

/**
 * Shows what the runs of a search, or of a bench, were like: one HTML page that holds everything,
 * opens from disk, and asks nothing of the network.
 *
 * <p>Its data are the JSON that {@code explore} and {@code bench} print, with the statistics that
 * {@code docs/exploration-page.md} describes. The same data give the same bytes on every JDK.
 */
public final class ExplorationPage {
    private static final PageTemplate TEMPLATE =
            new PageTemplate("exploration-page.html", "@EXPLORATION@");

    private ExplorationPage() {}

    /**
     * Writes the page whole or not at all, and the folders above it.
     *
     * @param file where to; what is there is replaced
     * @param json the data: one JSON object in ASCII
     * @throws dev.countermand.report.TraceException if that fails
     * @throws IllegalArgumentException if the data are not in ASCII
     */
    public static void write(Path file, String json) {
        ReportFile.write(file, html(json));
    }

    /**
     * The page.
     *
     * @param json as above
     * @return HTML in ASCII; whatever the names in the data are, it is the page's own script that
     *     runs and nothing else
     */
    public static String html(String json) {
        if (!json.chars().allMatch(c -> c >= ' ' && c <= '~' || c == '\n' || c == '\t')) {
            throw new IllegalArgumentException("expected JSON in printable ASCII");
        }
        // In JSON this character is in strings only, where its escape means the same.
        return TEMPLATE.with(json.replace("<", "\\u003c"));
    }
}
