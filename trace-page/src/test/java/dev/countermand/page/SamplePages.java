package dev.countermand.page;

import dev.countermand.loop.schedule.Choice;
import dev.countermand.loop.trace.TraceEvent;
import dev.countermand.loop.trace.TraceEvent.Stamp;
import dev.countermand.report.Explanation;
import dev.countermand.report.Explanation.Change;
import dev.countermand.report.Explanation.Trial;
import dev.countermand.report.Explanation.Verdict;
import dev.countermand.report.RandomTraceFiles;
import dev.countermand.report.Shrinkage;
import dev.countermand.report.TraceDocument;
import dev.countermand.report.TraceFile;
import dev.countermand.report.text.CanonicalFailures;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The traces on which the page is tested, here and in the browser. */
final class SamplePages {
    private static final int RANDOM_PAGES = 12;

    private SamplePages() {}

    /** Each by the name of its page. */
    static Map<String, Supplier<TraceFile>> all() {
        Map<String, Supplier<TraceFile>> all = new LinkedHashMap<>();
        CanonicalFailures.all().forEach(
                (name, run) -> all.put(name, () -> TraceFile.of(run.get())));
        all.put("explained", SamplePages::explained);
        all.put("markup", SamplePages::markup);
        all.put("broken", SamplePages::broken);
        all.put("empty", () -> TraceFile.of(withEvents(List.of())));
        for (long seed = 0; seed < RANDOM_PAGES; seed++) {
            long own = seed;
            all.put("random-" + seed, () -> RandomTraceFiles.of(own));
        }
        all.put("large-10000", () -> TraceFile.of(LargeRun.of(10_000)));
        all.put("large-100000", () -> TraceFile.of(LargeRun.of(100_000)));
        all.put("large-1000000", () -> TraceFile.of(LargeRun.of(1_000_100)));
        return all;
    }

    /** The canonical check with all that an explorer finds out about it. */
    static TraceFile explained() {
        TraceDocument run = CanonicalFailures.all().get("check").get();
        Change without = new Change.Pick(0, "node-1 at /coroutines/node-1/2");
        Explanation.Departure departure = new Explanation.Departure(List.of(
                new Trial(without, Verdict.PASSES),
                new Trial(new Change.Pick(1, "node-2 at /coroutines/node-2/2"), Verdict.FAILS)));
        return new TraceFile(run,
                new Shrinkage(new Shrinkage.Extent(212, 19), new Shrinkage.Extent(10, 1), 3),
                new Explanation(List.of(departure), new Explanation.Others(0, 0, 0),
                        new Explanation.NearestRun(0, without,
                                CanonicalFailures.checkPassing())));
    }

    /** Names that try to get out of the page, in every place that has names. */
    private static TraceFile markup() {
        String name = "</script><script>window.escaped=1</script><img src=x onerror=escaped=1>";
        List<TraceEvent> events = new ArrayList<>();
        Stamp stamp = new Stamp(1, 0);
        events.add(new TraceEvent.Scheduled(new Stamp(0, 0), name, null, null));
        events.add(new TraceEvent.Ran(stamp, name));
        events.add(new TraceEvent.Logged(stamp, name, "<!--<script>", Map.of("<b>", name)));
        events.add(new TraceEvent.Logged(stamp, name, "log", Map.of("text", name)));
        events.add(new TraceEvent.Awaited(stamp, name, "<svg onload=escaped=1>", name));
        events.add(new TraceEvent.Cancelled(
                stamp, name, "@TRACE@ ${x} $& \"'`", name, List.of("explorer", "task " + name)));
        events.add(new TraceEvent.Ended(stamp, name, TraceEvent.Outcome.CANCELLED));
        return TraceFile.of(withEvents(events));
    }

    /** References that lead nowhere, and numbers at their limits. */
    private static TraceFile broken() {
        List<TraceEvent> events = new ArrayList<>();
        Stamp late = new Stamp(Long.MAX_VALUE, Long.MAX_VALUE);
        events.add(new TraceEvent.Woken(new Stamp(5, 9), "never created", "nobody"));
        events.add(new TraceEvent.Ended(new Stamp(5, 0), "never ran", TraceEvent.Outcome.RAISED));
        events.add(new TraceEvent.Scheduled(new Stamp(5, 0), "x", "nobody", Long.MIN_VALUE));
        events.add(new TraceEvent.Cancelled(
                new Stamp(6, 0), "x", null, null, List.of("task nobody", "task x", "task x")));
        events.add(new TraceEvent.Ran(late, "x".repeat(3_000_000)));
        events.add(new TraceEvent.Awaited(late, "x", "y".repeat(100_000), null));
        return TraceFile.of(withEvents(events));
    }

    private static TraceDocument withEvents(List<TraceEvent> events) {
        List<Choice> choices = List.of();
        return new TraceDocument(
                new TraceDocument.Subject("<title>", "</style>", null),
                new TraceDocument.Origin(Long.MIN_VALUE, "<s>", "legal", "3.14", 1),
                choices, events, new TraceDocument.RunVerdict(List.of(), 1, 0));
    }
}
