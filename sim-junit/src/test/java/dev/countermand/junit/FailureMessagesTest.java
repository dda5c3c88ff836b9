package dev.countermand.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countermand.page.TracePage;
import dev.countermand.report.TraceFile;
import dev.countermand.report.TraceReader;
import dev.countermand.sample.FailingSample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a failing test says, for each way to fail. */
class FailureMessagesTest {
    private static final int WIDTH = 100;

    @ParameterizedTest
    @ValueSource(strings = {
        "atMostOneLeader", "comparesTwoValues", "bothLocksAreTaken", "pollsWithoutEnd",
        "leavesATaskRunning", "neverGoesBelowZero", "endsWhenItIsCancelled", "throwsAnException",
        "replaysWhatIsNoMore", "replaysAnotherPick", "waitsForNobody"})
    void theMessageIsTheOneInTheFile(String test) throws IOException {
        Golden.assertHolds(test + ".txt", Tried.method(FailingSample.class, test).message());
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "atMostOneLeader", "comparesTwoValues", "bothLocksAreTaken", "pollsWithoutEnd",
        "leavesATaskRunning", "neverGoesBelowZero", "endsWhenItIsCancelled", "throwsAnException",
        "waitsForNobody"})
    void thePrintedScheduleFailsAgainInTheSameWay(String test) {
        String message = Tried.method(FailingSample.class, test).message();
        String schedule = message.replaceAll(
                "(?s).*?@Interleave\\(schedule = \"([^\"]*)\".*", "$1");
        String again = Tried.method(FailingSample.class, test,
                Map.of("countermand.schedule", schedule)).message();
        assertThat(again.lines().findFirst()).isEqualTo(message.lines().findFirst());
    }

    @ParameterizedTest
    @ValueSource(strings = {"atMostOneLeader", "bothLocksAreTaken", "endsWhenItIsCancelled"})
    void theWrittenTraceFailsAgainInTheSameWay(String test) {
        String message = Tried.method(FailingSample.class, test).message();
        String trace = message.replaceAll("(?s).*\n  trace +([^\n]*)\n.*", "$1");
        String again = Tried.method(FailingSample.class, test,
                Map.of("countermand.schedule", trace)).message();
        assertThat(again.lines().findFirst()).isEqualTo(message.lines().findFirst());
    }

    @Test
    void thePageShowsTheTraceAndWhyItFails() throws IOException {
        String message = Tried.method(FailingSample.class, "atMostOneLeader").message();
        TraceFile trace = TraceReader.readFile(Path.of(
                message.replaceAll("(?s).*\n  trace +([^\n]*)\n.*", "$1")));
        Path page = Path.of(message.replaceAll("(?s).*\n  report +([^\n]*)\n.*", "$1"));
        assertThat(trace.explanation()).isNotNull();
        assertThat(Files.readString(page)).isEqualTo(TracePage.html(trace));
    }

    @Test
    void aTraceOfAnotherTestIsNotReplayedInSilence() {
        String trace = "target/countermand/dev.countermand.sample.FailingSample.%s.json";
        Tried.method(FailingSample.class, "bothLocksAreTaken");
        Tried.method(FailingSample.class, "atMostOneLeader");
        assertThat(Tried.method(FailingSample.class, "bothLocksAreTaken", Map.of(
                "countermand.schedule", trace.formatted("atMostOneLeader"))).message())
                .startsWith("replay diverged at step 3: recorded choose \"late by\" of 2, now"
                        + " choose \"right starts after\" of 2   (the test changed");
        assertThat(Tried.method(FailingSample.class, "bothLocksAreTakenInOneOrder", Map.of(
                "countermand.schedule", trace.formatted("bothLocksAreTaken"))).message())
                .startsWith("replay diverged at ");
    }

    @Test
    void aVerdictWithoutAnErrorPointsToTheLineWhereTheTestWaits() {
        Throwable failure = Tried.method(FailingSample.class, "bothLocksAreTaken").failure();
        assertThat(failure.getStackTrace()).singleElement().satisfies(frame -> {
            assertThat(frame.getMethodName()).isEqualTo("bothLocksAreTaken");
            assertThat(failure.getMessage()).contains("waiting    main   for gather of task left,"
                    + " task right  at FailingSample.java:" + frame.getLineNumber());
        });
    }

    @Test
    void whatIsLeftOverInAStaticFieldIsNoticed() {
        String message = Tried.method(FailingSample.class, "remembersEarlierRuns").message();
        assertThat(message.lines().findFirst().orElseThrow())
                .startsWith("not deterministic: at step ").contains(" the first run ")
                .contains(", the second ")
                .contains("   (FailingSample.java static field runs changed between schedules");
        assertThat(message).contains("FailingSample.remembersEarlierRuns")
                .contains("suspect    FailingSample.java:", " writes the static field ")
                .doesNotContain("{\"");
    }

    @Test
    void belowTheFirstLineNothingIsWiderThanATerminal() {
        Tried all = Tried.all(FailingSample.class, Map.of());
        List<String> messages = all.failures().stream().map(Throwable::getMessage).toList();
        assertThat(messages).hasSizeGreaterThan(10);
        for (String message : messages) {
            assertThat(message.lines().skip(1)).as(message)
                    .allMatch(line -> line.length() <= WIDTH
                            || line.startsWith("  again") || line.startsWith("  trace"));
            assertThat(message.lines().count()).as(message).isLessThan(60);
        }
    }

    @Test
    void theErrorOfTheTestIsTheCauseAndItsLinesAreThoseOfTheUser() {
        Throwable failure = Tried.method(FailingSample.class, "comparesTwoValues").failure();
        assertThat(failure).isInstanceOf(InterleavingFailure.class)
                .hasCauseInstanceOf(AssertionError.class);
        assertThat(failure.getStackTrace()).isNotEmpty().allMatch(
                frame -> frame.getClassName().startsWith("dev.countermand.sample."));
        InterleavingFailure shown = (InterleavingFailure) failure;
        assertThat(shown.getExpected().getStringRepresentation()).isEqualTo("3");
        assertThat(shown.getActual().getStringRepresentation()).isEqualTo("100");
    }
}
