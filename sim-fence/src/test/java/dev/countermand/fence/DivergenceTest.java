package dev.countermand.fence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countermand.fence.scan.Cause;
import dev.countermand.fence.scan.CodePlace;
import dev.countermand.fence.scan.Suspect;
import dev.countermand.loop.trace.TraceEvent;
import dev.countermand.loop.trace.TraceEvent.Stamp;
import dev.countermand.report.ReplayComparison;
import dev.countermand.report.TraceDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The words of a divergence, whole. */
class DivergenceTest {
    private static final Stamp AT = new Stamp(7, 3_000_000_000L);
    private static final Suspect CLOCK = new Suspect(Cause.CLOCK,
            new CodePlace("com.acme.Lease", "Lease.java", 31),
            "calls java.time.Instant.now", "use sim.clock()");

    private static TraceDocument run(TraceEvent... events) {
        return new TraceDocument(
                new TraceDocument.Subject("test", null, null),
                new TraceDocument.Origin(0, "schedule", "legal", "3.14", 100),
                List.of(), List.of(events), new TraceDocument.RunVerdict(List.of(), 9, 0));
    }

    private static String words(TraceDocument first, TraceDocument second) {
        ReplayComparison.Different at =
                (ReplayComparison.Different) ReplayComparison.of(first, second);
        return DivergenceWords.of(at, first, second);
    }

    private static TraceEvent ran(String what) {
        return new TraceEvent.Ran(AT, what);
    }

    @Test
    void tasksInAnotherOrderAreNamedUntilBothRunsHaveRunTheSame() {
        assertThat(words(run(ran("a"), ran("b"), ran("c")), run(ran("b"), ran("a"), ran("c"))))
                .isEqualTo("at step 7 the first run ran [a, b], the second [b, a]");
    }

    @Test
    void tasksThatDoNotRunInTheOtherRunAreNamedAlone() {
        assertThat(words(run(ran("a"), ran("b")), run(ran("x"), ran("b"))))
                .isEqualTo("at step 7 the first run ran a, the second x");
    }

    @Test
    void timersAreNamedByTheirTimes() {
        assertThat(words(
                run(new TraceEvent.Scheduled(AT, "timer", "a", 3_100_000_000L)),
                run(new TraceEvent.Scheduled(AT, "timer", "a", 3_100_000_007L))))
                .isEqualTo("at step 7 a timer was due at 3.100s, then at 3.100000007s");
    }

    @Test
    void otherEventsAreNamedInTheirOwnWords() {
        TraceDocument ended =
                run(new TraceEvent.Ended(AT, "a", TraceEvent.Outcome.CANCELLED));
        TraceDocument said =
                run(new TraceEvent.Logged(AT, "a", "log", Map.of("text", "Node@1f32e575")));
        TraceDocument waiting = run(new TraceEvent.Awaited(AT, "a", "sleep", "Lease.java:12"));
        assertThat(words(ended, said)).isEqualTo("at step 7 the first run had a end (cancelled),"
                + " the second the event log {text=Node@1f32e575}");
        assertThat(words(waiting, run())).isEqualTo("at step 7 the first run had a waiting at"
                + " Lease.java:12, the second ended");
    }

    @Test
    void theHeadlineSaysAsMuchOfTheSuspectAsFits() {
        String difference = "at step 7 the first run ran [a, b], the second [b, a]";
        assertThat(new Divergence("at step 7 x", 7, "a", List.of(CLOCK)).headline()).isEqualTo(
                "not deterministic: at step 7 x"
                        + "   (Lease.java:31 calls java.time.Instant.now: use sim.clock())");
        assertThat(new Divergence(difference, 7, "a", List.of(CLOCK)).headline()).isEqualTo(
                "not deterministic: " + difference + "   (Lease.java:31)");
        assertThat(new Divergence(difference.repeat(3), 7, "a", List.of(CLOCK)).headline())
                .hasSize(100).endsWith("..   (Lease.java:31)");
    }

    @Test
    void theTextListsTheFirstSuspects() {
        List<Suspect> many = new ArrayList<>(List.of(CLOCK));
        for (int line = 40; line < 46; line++) {
            many.add(new Suspect(Cause.CHANCE,
                    new CodePlace("com.acme.Dice", "Dice.java", line),
                    "makes a java.util.Random", "use sim.random()"));
        }
        assertThat(new Divergence("at step 7 x", 7, "a", many).text()).isEqualTo("""
                not deterministic: at step 7 x   \
                (Lease.java:31 calls java.time.Instant.now: use sim.clock())
                  suspect  Lease.java:31 calls java.time.Instant.now: use sim.clock()
                  suspect  Dice.java:40 makes a java.util.Random: use sim.random()
                  suspect  Dice.java:41 makes a java.util.Random: use sim.random()
                  suspect  Dice.java:42 makes a java.util.Random: use sim.random()
                  suspect  Dice.java:43 makes a java.util.Random: use sim.random()
                           and 2 more
                """);
    }
}
