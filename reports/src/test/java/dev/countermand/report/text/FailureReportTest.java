package dev.countermand.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countermand.loop.trace.Violation;
import dev.countermand.report.RandomDocuments;
import dev.countermand.report.Shrinkage;
import dev.countermand.report.TraceDocument;
import java.io.IOException;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FailureReportTest {
    private static final FailureContext CONTEXT = new FailureContext(
            "--schedule 5:1", "run 38 of 1000",
            new Insight(new Shrinkage(
                    new Shrinkage.Extent(212, 19), new Shrinkage.Extent(6, 1), 3), null),
            "countermand replay target/x.trace.json", "target/x.trace.json");

    @Provide
    Arbitrary<TraceDocument> documents() {
        return RandomDocuments.any();
    }

    static Stream<String> names() {
        return CanonicalFailures.all().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("names")
    void theMessageOfACanonicalFailureIsTheGoldenOne(String name) throws IOException {
        TraceDocument document = CanonicalFailures.all().get(name).get();
        Golden.assertHolds(name + ".failure.txt", FailureReport.render(document, CONTEXT));
    }

    @ParameterizedTest
    @MethodSource("names")
    void theLanesOfACanonicalFailureAreTheGoldenOnes(String name) throws IOException {
        TraceDocument document = CanonicalFailures.all().get(name).get();
        LaneOptions options = name.equals("livelock")
                ? new LaneOptions(LaneOptions.Extent.WHOLE_RUN, 12, LaneOptions.DEFAULT_WIDTH)
                : LaneOptions.WHOLE;
        Golden.assertHolds(name + ".lanes.txt", LaneReport.render(document, options));
    }

    @Property(tries = 300, seed = "20261122")
    void noLineIsWiderThanAHundredColumnsAndAllIsPrintableAscii(
            @ForAll("documents") TraceDocument document) {
        String message = FailureReport.render(document, CONTEXT);
        int end = message.indexOf('\n') + 1;
        // The first line stands alone in a build's summary: there it must be whole.
        assertFits(message.substring(0, end), 200);
        assertFits(message.substring(end), 100);
        assertFits(LaneReport.render(document, LaneOptions.WHOLE), 100);
    }

    @Property(tries = 500, seed = "20261122")
    void aNarrowTableStaysWithinItsWidthAndItsLines(
            @ForAll("documents") TraceDocument document,
            @ForAll @IntRange(min = 60, max = 140) int width,
            @ForAll @IntRange(min = 1, max = 40) int lines) {
        String table = LaneReport.render(document,
                new LaneOptions(LaneOptions.Extent.UNTIL_LAST_VIOLATION, lines, width));
        assertFits(table, width);
        // The head, the line of hidden tasks, and what follows the last violation; and a single row
        // is shown whatever the limit: at most three lines each of cells and remarks, and two gaps.
        assertThat(table.lines().count()).isLessThanOrEqualTo(Math.max(8, lines) + 3);
    }

    private static void assertFits(String text, int width) {
        assertThat(text).matches("[ -~\n]*").endsWith("\n").doesNotContain(" \n");
        assertThat(text.lines()).allSatisfy(
                line -> assertThat(line.length()).isLessThanOrEqualTo(width));
    }

    @Test
    void theFirstLineHoldsTheViolationAndTheReplay() {
        for (Map.Entry<String, Supplier<TraceDocument>> each : CanonicalFailures.all().entrySet()) {
            TraceDocument document = each.getValue().get();
            String message = FailureReport.render(document, CONTEXT);
            String first = message.substring(0, message.indexOf('\n'));
            String headline = FailureReport.headline(document.verdict().violations().get(0));
            assertThat(first).startsWith(headline.substring(0, Math.min(60, headline.length())))
                    .endsWith("   (replay: --schedule 5:1)");
        }
    }

    @Test
    void whatIsMeantToBePastedIsNeverCut() {
        String path = "a/very/long/folder/".repeat(20) + "x.trace.json";
        FailureContext context = new FailureContext(
                "--schedule " + path, null, null, "countermand replay " + path, path);
        String message = FailureReport.render(CanonicalFailures.all().get("check").get(), context);
        assertThat(message.lines().findFirst().orElseThrow()).contains("--schedule " + path + ")");
        assertThat(message).contains("  again      countermand replay " + path + "\n")
                .contains("  trace      " + path + "\n");
    }

    @Test
    void withoutAContextNothingIsSaidAboutReplays() {
        String message = FailureReport.render(
                CanonicalFailures.all().get("deadlock").get(), FailureContext.NONE);
        assertThat(message).startsWith("deadlock: every task waits and no timer is pending\n")
                .doesNotContain("replay").doesNotContain("again");
    }

    @Test
    void everyViolationIsCountedInTheMessage() {
        RunScript script = new RunScript("many").creates("main").ran("main");
        for (int i = 0; i < 9; i++) {
            script.violates(Violation.Kind.CHECK, "check " + i);
        }
        assertThat(FailureReport.render(script.document(), FailureContext.NONE))
                .startsWith("check 0\n  also: check 1\n")
                .contains("  also: check 5\n  and 3 more violations\n");
    }

    @Test
    void aLongRunKeepsItsMarkedRowsAndItsEndAndSaysWhatIsLeftOut() {
        String table = LaneReport.render(CanonicalFailures.all().get("many-tasks").get(),
                new LaneOptions(LaneOptions.Extent.UNTIL_LAST_VIOLATION, 9, 100));
        assertThat(table).contains("cancelled by explorer").contains("lost an item !")
                .containsPattern("\\.\\. [0-9]+ steps \\.\\.").contains("more tasks: ");
        assertThat(table.lines().count()).isLessThanOrEqualTo(9 + 2);
    }

    @Test
    void anEmptyRunIsSaidToBeEmpty() {
        assertThat(LaneReport.render(new RunScript("x").document(), LaneOptions.WHOLE))
                .isEqualTo("  nothing happened\n");
    }
}
