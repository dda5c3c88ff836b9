package dev.countermand.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countermand.loop.trace.TraceEvent;
import dev.countermand.loop.trace.TraceEvent.Stamp;
import dev.countermand.report.RandomDocuments;
import dev.countermand.report.TraceDocument;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class TaskStatesTest {
    private static final List<TraceEvent> EVENTS = List.of(
            new TraceEvent.Scheduled(new Stamp(0, 0), "main", null, null),
            new TraceEvent.Ran(new Stamp(1, 0), "main"),
            new TraceEvent.Scheduled(new Stamp(1, 0), "child", "main", null),
            new TraceEvent.Awaited(new Stamp(1, 0), "main", "task child", "Lease.java:5"),
            new TraceEvent.Ran(new Stamp(2, 1_000_000), "child"),
            new TraceEvent.Ran(new Stamp(3, 1_000_000), "timer"),
            new TraceEvent.Cancelled(new Stamp(3, 1_000_000), "child", null, null, List.of()),
            new TraceEvent.Woken(new Stamp(3, 1_000_000), "child", "timer"),
            new TraceEvent.Ran(new Stamp(4, 1_000_000), "child"),
            new TraceEvent.Ended(
                    new Stamp(4, 1_000_000), "child", TraceEvent.Outcome.CANCELLED));

    private static Map<String, String> after(int events) {
        TraceDocument document = CanonicalFailures.all().get("check").get();
        document = new TraceDocument(document.subject(), document.origin(), List.of(), EVENTS,
                document.verdict());
        Map<String, String> words = new LinkedHashMap<>();
        TaskStates.after(document, events, Timeline.of(document).tasks())
                .forEach((task, state) -> words.put(task, state.shown()));
        return words;
    }

    @Test
    void aTaskGoesFromItsCreationToItsEnd() {
        assertThat(after(0)).isEmpty();
        assertThat(after(1)).isEqualTo(Map.of("main", "has not begun"));
        String waits = "awaits task child at Lease.java:5, since 0.000s";
        assertThat(after(4)).isEqualTo(Map.of("main", waits, "child", "has not begun"));
        assertThat(after(6)).isEqualTo(Map.of("main", waits,
                "child", "is ready, as it has yielded"));
        assertThat(after(8)).isEqualTo(Map.of("main", waits,
                "child", "to be cancelled; is ready (woken by timer)"));
        assertThat(after(10)).isEqualTo(Map.of("main", waits,
                "child", "has ended cancelled, in step 4"));
    }

    @Test
    void thoseThatWaitComeFirstAndThoseThatHaveEndedLast() {
        assertThat(after(10).keySet()).containsExactly("main", "child");
        assertThat(after(4).keySet()).containsExactly("main", "child");
    }

    @Provide
    Arbitrary<TraceDocument> documents() {
        return RandomDocuments.any();
    }

    @Property(tries = 200, seed = "20261122")
    void aViewHoldsToItsSizeAtEveryRowOfAnyRun(@ForAll("documents") TraceDocument document) {
        StepView view = new StepView(document);
        for (int position = 0; position < view.size(); position += 7) {
            List<String> frame = view.frame(position, 40, 100);
            assertThat(frame).hasSizeLessThanOrEqualTo(40)
                    .allMatch(line -> line.matches("[ -~]{0,100}"))
                    .anyMatch(line -> line.startsWith("*"));
        }
    }
}
