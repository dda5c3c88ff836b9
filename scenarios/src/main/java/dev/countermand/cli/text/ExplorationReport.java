package dev.countermand.cli.text;

import dev.countermand.cli.explore.Finding;
import dev.countermand.report.ExplorationStatistics;
import dev.countermand.report.text.FailureContext;
import dev.countermand.report.text.FailureReport;

/** The result of a search for people. */
public final class ExplorationReport {
    private static final int LABEL_COLUMNS = 11;

    private ExplorationReport() {}

    /**
     * What was found, and how to see it again. The last lines are to be pasted: they are whole,
     * however long.
     *
     * @param limit how many runs would have been made at most
     */
    public static String found(Finding finding, long limit) {
        FailureContext context = new FailureContext(
                null, "run " + finding.runs() + " of " + limit, null, null, null);
        StringBuilder out = new StringBuilder(FailureReport.render(finding.run(), context));
        out.append('\n');
        entry(out, "schedule", finding.schedule().toString());
        entry(out, "repeat", finding.commands().repeat());
        if (finding.trace() != null && finding.commands().replay() != null) {
            entry(out, "trace", finding.trace());
            entry(out, "replay", finding.commands().replay());
        }
        return out.toString();
    }

    /** A label and its text, in the layout of the failure report above. */
    private static void entry(StringBuilder out, String label, String text) {
        out.append("  ").append(label)
                .append(" ".repeat(LABEL_COLUMNS - label.length())).append(text).append('\n');
    }

    /**
     * A search that found nothing: what its runs were like, and why that may mean little.
     *
     * @param statistics of at least one run, none of which failed
     */
    public static String clean(ExplorationStatistics statistics) {
        StringBuilder out = new StringBuilder("no violation: ")
                .append(statistics.text()).append('\n')
                .append(Columns.count(statistics.choicePoints(), "choice point")).append('\n');
        statistics.warning().ifPresent(
                warning -> out.append("warning: nothing to choose: ").append(warning).append('\n'));
        return out.toString();
    }
}
