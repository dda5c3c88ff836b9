package dev.countermand.cli.text;

import dev.countermand.cli.explore.Analysis;
import dev.countermand.cli.explore.Finding;
import dev.countermand.explore.statistics.AwaitSite;
import dev.countermand.explore.statistics.CancelCoverage;
import dev.countermand.explore.statistics.DistinctOrders;
import dev.countermand.explore.statistics.FailureCount;
import dev.countermand.explore.statistics.StrategyShare;
import dev.countermand.explore.statistics.SuffixPoint;
import dev.countermand.explore.statistics.SuffixSampling;
import dev.countermand.explore.statistics.Survey;
import dev.countermand.report.ExplorationStatistics;
import dev.countermand.report.text.ChoiceNote;
import dev.countermand.report.text.FailureReport;
import dev.countermand.scenario.value.PythonJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The result of a search, and what more runs say of it, as one JSON object: the members of {@link
 * ExplorationJson} and those that the exploration's page shows besides.
 */
public final class AnalysisJson {
    private AnalysisJson() {}

    /**
     * The object's text.
     *
     * @param limit how many runs the search would have made at most
     * @param page where the finding's own page is, seen from the exploration's; null if there is
     *     none
     */
    public static String of(ExplorationJson.Search search, Analysis analysis, long limit,
            @Nullable String page) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("kind", "explore");
        fields.putAll(ExplorationJson.fields(search, analysis.finding()));
        Finding finding = analysis.finding();
        fields.put("headline",
                finding == null ? null : FailureReport.headline(finding.violation()));
        fields.put("steps", search.searched().facts().steps());
        fields.put("limit", limit == Long.MAX_VALUE ? null : (Object) limit);
        fields.put("page", page);
        Survey survey = analysis.survey();
        fields.put("surveyed_runs", survey.facts().runs());
        fields.put("surveyed_ending",
                survey.result().ending().name().toLowerCase(Locale.ROOT));
        fields.put("violations", violations(survey));
        fields.put("strategies", strategies(survey));
        fields.put("saturation", saturation(survey));
        DistinctOrders orders = survey.orders();
        fields.put("distinct_orders", orders.distinct());
        fields.put("seen_once", orders.seenOnce());
        fields.put("seen_twice", orders.seenTwice());
        fields.put("unseen_mass", orders.unseenMass());
        fields.put("unseen_orders", orders.unseenOrders());
        fields.put("coverage", coverage(survey));
        fields.put("suffixes", suffixes(analysis));
        fields.put("findability", analysis.failing().map(AnalysisJson::findability).orElse(null));
        fields.put("excluded_rate", survey.failures().isEmpty() && survey.facts().runs() > 0
                ? (Object) new ExplorationStatistics(survey.facts().runs(), 0, 0)
                        .failureBounds().upper()
                : null);
        fields.put("difference", survey.difference().orElse(null));
        return PythonJson.write(fields) + "\n";
    }

    private static List<Object> violations(Survey survey) {
        List<Object> all = new ArrayList<>();
        for (FailureCount count : survey.failures()) {
            Map<String, @Nullable Object> item = new LinkedHashMap<>();
            item.put("kind", count.example().kind().label());
            item.put("headline", FailureReport.headline(count.example()));
            item.put("message", count.example().message());
            item.put("failed", count.failed());
            item.put("first", survey.runsUpTo(count.first()));
            all.add(item);
        }
        return all;
    }

    private static List<Object> strategies(Survey survey) {
        List<Object> all = new ArrayList<>();
        for (StrategyShare share : survey.shares()) {
            Map<String, @Nullable Object> item = new LinkedHashMap<>();
            item.put("strategy", share.strategy());
            item.put("runs", share.facts().runs());
            item.put("choice_points", share.facts().choicePoints());
            item.put("steps", share.facts().steps());
            item.put("failed", share.failed());
            item.put("first_failure", share.failures().isEmpty() ? null
                    : (Object) survey.runsUpTo(share.failures().get(0).first()));
            item.put("distinct", share.orders().distinct());
            item.put("first_seen", share.firstSeen());
            if (share.facts().runs() > 0) {
                rates(item, new ExplorationStatistics(
                        share.facts().runs(), share.failed(), share.facts().choicePoints()));
            }
            all.add(item);
        }
        return all;
    }

    private static void rates(Map<String, @Nullable Object> item, ExplorationStatistics runs) {
        ExplorationStatistics.Bounds bounds = runs.failureBounds();
        item.put("rate", runs.failureRate());
        item.put("low", bounds.lower());
        item.put("high", bounds.upper());
        item.put("green_runs", greenRuns(runs.failureRate()));
    }

    private static @Nullable Object greenRuns(double rate) {
        return rate > 0 ? ExplorationStatistics.greenRuns(rate) : null;
    }

    private static Map<String, @Nullable Object> saturation(Survey survey) {
        List<Object> points = new ArrayList<>();
        for (Survey.Point point : survey.curve()) {
            Map<String, @Nullable Object> item = new LinkedHashMap<>();
            item.put("runs", point.runs());
            item.put("distinct", point.distinct());
            item.put("failed", point.failed());
            points.add(item);
        }
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("exact", survey.orders().isExact());
        fields.put("points", points);
        return fields;
    }

    private static Map<String, @Nullable Object> coverage(Survey survey) {
        List<Object> awaits = new ArrayList<>();
        CancelCoverage coverage = survey.coverage();
        for (Map.Entry<String, AwaitSite> entry : coverage.sites().entrySet()) {
            AwaitSite site = entry.getValue();
            Map<String, @Nullable Object> item = new LinkedHashMap<>();
            item.put("where", entry.getKey());
            item.put("reached", site.reached());
            item.put("cancelled", site.cancelled());
            item.put("in_clean_up", site.cancelledInCleanUp());
            item.put("when_ready", site.cancelledWhenReady());
            item.put("timed_out", site.timedOut());
            awaits.add(item);
        }
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("runs", survey.repeated());
        fields.put("awaits", awaits);
        return fields;
    }

    private static @Nullable Map<String, @Nullable Object> suffixes(Analysis analysis) {
        Finding finding = analysis.finding();
        List<SuffixPoint> suffixes = analysis.suffixes();
        if (finding == null || suffixes.isEmpty()) {
            return null;
        }
        List<Object> points = new ArrayList<>();
        for (SuffixPoint point : suffixes) {
            points.add(suffix(finding, point));
        }
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("samples", (long) Analysis.SUFFIX_SAMPLES);
        fields.put("strategy", SuffixSampling.STRATEGY);
        fields.put("truncated", suffixes.size() <= finding.run().choices().size());
        fields.put("points", points);
        fields.put("culprit", SuffixPoint.culprit(suffixes).isPresent()
                ? (Object) (long) SuffixPoint.culprit(suffixes).getAsInt() : null);
        return fields;
    }

    /** A point is told by the last choice that is fixed there. */
    private static Map<String, @Nullable Object> suffix(Finding finding, SuffixPoint point) {
        Map<String, @Nullable Object> item = new LinkedHashMap<>();
        int last = point.choices() - 1;
        boolean none = last < 0;
        ChoiceNote note = none ? new ChoiceNote("", "nothing fixed")
                : ChoiceNote.of(finding.run(), last);
        item.put("choices", (long) point.choices());
        item.put("step", none ? 0L : finding.run().choices().get(last).step());
        item.put("place", note.place());
        item.put("words", note.words());
        item.put("departs", !none && finding.run().choices().get(last).departs());
        item.put("failed", point.statistics().failures());
        item.put("samples", point.statistics().runs());
        item.put("low", point.statistics().failureBounds().lower());
        item.put("high", point.statistics().failureBounds().upper());
        return item;
    }

    private static Map<String, @Nullable Object> findability(ExplorationStatistics failing) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("runs", failing.runs());
        fields.put("failed", failing.failures());
        rates(fields, failing);
        fields.put("green_runs_sure", greenRuns(failing.failureBounds().lower()));
        return fields;
    }
}
