package dev.countermand.page;

import dev.countermand.report.ReportFile;
import dev.countermand.report.TraceFile;
import java.nio.file.Path;

/**
 * Shows a trace in the browser: one HTML page that holds everything, opens from disk, and asks
 * nothing of the network.
 *
 * <p>The same trace gives the same bytes on every JDK. Of a run with more than {@link #MOST_EVENTS}
 * events the page shows the last ones, of a text with more than {@link #LONGEST_TEXT} characters
 * the first ones, and says so.
 */
public final class TracePage {
    /** How many events of a run a page holds at most: the last ones, as that is where it fails. */
    public static final int MOST_EVENTS = 1_000_000;

    /** How many characters of a text a page holds at most. */
    public static final int LONGEST_TEXT = 2_000;

    private static final PageTemplate TEMPLATE =
            new PageTemplate("trace-page.html", "@TRACE@");

    private TracePage() {}

    /**
     * Writes the page of a trace whole or not at all, and the folders above it.
     *
     * @param file where to; what is there is replaced
     * @param trace the run, and what is known of it
     * @throws dev.countermand.report.TraceException if that fails
     */
    public static void write(Path file, TraceFile trace) {
        ReportFile.write(file, html(trace));
    }

    /**
     * The page of a trace.
     *
     * @return HTML in ASCII; whatever the names in the trace are, it is the page's own script that
     *     runs and nothing else
     */
    public static String html(TraceFile trace) {
        return TEMPLATE.with(PageData.of(trace));
    }
}
