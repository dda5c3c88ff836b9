package dev.countermand.cli.text;

import dev.countermand.cli.explore.Finding;
import dev.countermand.cli.terminal.UserError;
import dev.countermand.explore.search.SearchFacts;
import dev.countermand.explore.search.SearchResult;
import dev.countermand.explore.statistics.CancelCoverage;
import dev.countermand.explore.statistics.DistinctOrders;
import dev.countermand.explore.statistics.Survey;
import dev.countermand.report.ExplorationStatistics;
import dev.countermand.report.text.FailureContext;
import dev.countermand.report.text.FailureReport;
import java.util.Optional;

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
                null, "run " + finding.runs() + (limit == Long.MAX_VALUE ? "" : " of " + limit),
                finding.insight(), null, null);
        StringBuilder out = new StringBuilder(FailureReport.render(finding.run(), context));
        out.append('\n');
        entry(out, "schedule", finding.schedule().toString());
        entry(out, "repeat", finding.commands().repeat());
        if (finding.trace() != null && finding.commands().replay() != null) {
            entry(out, "trace", finding.trace());
            entry(out, "replay", finding.commands().replay());
        }
        if (finding.commands().confirm() != null) {
            entry(out, "confirm", finding.commands().confirm());
        }
        return out.toString();
    }

    /** A last line, which names the page about the search. */
    public static String page(String file) {
        StringBuilder out = new StringBuilder();
        entry(out, "page", file);
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
     * @param searched a search without a finding
     * @param isCoverageWanted whether to list the awaits one by one
     */
    public static String clean(Survey searched, boolean isCoverageWanted) {
        SearchFacts facts = searched.result().facts();
        ExplorationStatistics statistics =
                new ExplorationStatistics(facts.runs(), 0, facts.choicePoints());
        StringBuilder out = new StringBuilder("no violation: ")
                .append(statistics.text()).append('\n');
        ending(searched.result()).ifPresent(text -> out.append(text).append('\n'));
        out.append('\n');
        entry(out, "choices", Columns.count(facts.choicePoints(), "choice point"));
        entry(out, "orders", orders(searched));
        entry(out, "cancels", cancels(searched));
        entry(out, "repeated", searched.difference().isPresent()
                ? "NOT DETERMINISTIC: " + UserError.oneLine(searched.difference().get())
                : Columns.count(searched.repeated(), "run") + " made again, each the same");
        statistics.warning().ifPresent(warning ->
                out.append("\nwarning: nothing to choose: ").append(warning).append('\n'));
        return out.append(coverage(searched, isCoverageWanted)).toString();
    }

    /** The awaits one by one, behind a blank line; empty if they are not wanted. */
    public static String coverage(Survey searched, boolean isWanted) {
        return isWanted ? '\n' + CoverageTable.of(searched.coverage()) : "";
    }

    private static Optional<String> ending(SearchResult result) {
        return switch (result.ending()) {
            case EXHAUSTED -> Optional.of("every schedule that the strategy knows was tried");
            case STOPPED -> Optional.of("the search was ended before its last run");
            case LIMIT, FOUND -> Optional.empty();
        };
    }

    private static String orders(Survey searched) {
        DistinctOrders orders = searched.orders();
        String seen = (orders.isExact() ? "" : "about ")
                + Columns.count(orders.distinct(), "distinct order");
        // Nothing is left to be new, whatever an estimate for random runs would say.
        return searched.result().ending() == SearchResult.Ending.EXHAUSTED
                ? seen
                : seen + "; the next run has a new one with probability "
                        + ExplorationStatistics.percent(orders.unseenMass()) + " (Good-Turing)";
    }

    private static String cancels(Survey searched) {
        CancelCoverage coverage = searched.coverage();
        long whenReady = coverage.sites().values().stream()
                .filter(site -> site.cancelledWhenReady() > 0).count();
        return coverage.cancelledSites() + " of " + Columns.count(coverage.sites().size(), "await")
                + " cancelled, " + whenReady + " with the result ready (in "
                + Columns.count(searched.repeated(), "run") + " made again)";
    }
}
