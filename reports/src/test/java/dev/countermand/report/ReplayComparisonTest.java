package dev.countermand.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countermand.loop.schedule.Choice;
import dev.countermand.loop.schedule.ChoiceKind;
import dev.countermand.loop.trace.TraceEvent;
import dev.countermand.loop.trace.TraceEvent.Stamp;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ReplayComparisonTest {

    @Provide
    Arbitrary<TraceDocument> documents() {
        return RandomDocuments.any();
    }

    @Property(tries = 200, seed = "20261122")
    void aRunIsTheSameAsItselfWhateverItsOrigin(@ForAll("documents") TraceDocument document) {
        TraceDocument copy = new TraceDocument(
                new TraceDocument.Subject("replayed", null, null),
                new TraceDocument.Origin(0, "replay", "legal", "3.14", 1),
                document.choices(), document.events(), document.verdict());
        assertThat(ReplayComparison.of(document, copy)).isEqualTo(new ReplayComparison.Same(
                document.choices().size(), document.events().size()));
    }

    @Property(tries = 300, seed = "20261122")
    void oneChangedEventIsFoundWhereItIs(
            @ForAll("documents") TraceDocument document, @ForAll int which) {
        Assume.that(!document.events().isEmpty());
        int position = Math.floorMod(which, document.events().size());
        List<TraceEvent> events = new ArrayList<>(document.events());
        Stamp stamp = events.get(position).stamp();
        events.set(position, new TraceEvent.Ran(stamp, "something else"));
        TraceDocument changed = new TraceDocument(document.subject(), document.origin(),
                document.choices(), events, document.verdict());
        ReplayComparison comparison = ReplayComparison.of(document, changed);
        assertThat(comparison).isInstanceOfSatisfying(ReplayComparison.Different.class, found -> {
            assertThat(found.part()).isEqualTo(ReplayComparison.Part.EVENT);
            assertThat(found.position()).isEqualTo(position);
            assertThat(found.step()).isEqualTo(stamp.step());
        });
        assertThat(comparison.text()).matches("[ -~]+").contains("something else");
    }

    @Property(tries = 300, seed = "20261122")
    void differentRunsAreNeverCalledTheSame(@ForAll("documents") TraceDocument one,
            @ForAll("documents") TraceDocument other) {
        boolean same = one.choices().equals(other.choices()) && one.events().equals(other.events())
                && one.verdict().equals(other.verdict());
        ReplayComparison comparison = ReplayComparison.of(one, other);
        assertThat(comparison instanceof ReplayComparison.Same).isEqualTo(same);
    }

    @Test
    void ofTwoDifferencesTheEarlierOneIsNamedInOneLine() {
        TraceDocument recorded = document(3, new TraceEvent.Ran(new Stamp(4, 9), "a"));
        TraceDocument replayed = document(2, new TraceEvent.Ran(new Stamp(4, 9), "b"));
        assertThat(ReplayComparison.of(recorded, replayed).text()).isEqualTo(
                "the replay differs at step 3, choice 0: recorded {\"step\":3,\"kind\":\"cancel\","
                        + "\"label\":\"w\",\"bound\":2,\"picked\":1,\"pick\":\"w\",\"nth\":1},"
                        + " now {\"step\":2,"
                        + "\"kind\":\"cancel\",\"label\":\"w\",\"bound\":2,\"picked\":1,"
                        + "\"pick\":\"w\",\"nth\":1}");
    }

    @Test
    void aRunThatEndsEarlierIsSaidToHaveNothingFurther() {
        TraceDocument recorded = document(5, new TraceEvent.Ran(new Stamp(1, 9), "a"));
        TraceDocument replayed = document(5);
        assertThat(ReplayComparison.of(recorded, replayed).text()).isEqualTo(
                "the replay differs at step 1, event 0: recorded"
                        + " {\"step\":1,\"at\":9,\"kind\":\"ran\",\"what\":\"a\"},"
                        + " now nothing further");
    }

    private static TraceDocument document(long step, TraceEvent... events) {
        return new TraceDocument(
                new TraceDocument.Subject("x", null, null),
                new TraceDocument.Origin(1, "random", "legal", "3.14", 10),
                List.of(new Choice(step, ChoiceKind.CANCEL, "w", new Choice.Answer(1, 2, "w", 1))),
                List.of(events),
                new TraceDocument.RunVerdict(List.of(), 9, 9));
    }
}
