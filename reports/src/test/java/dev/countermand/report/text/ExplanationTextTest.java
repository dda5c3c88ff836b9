package dev.countermand.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countermand.loop.schedule.Choice;
import dev.countermand.loop.schedule.ChoiceKind;
import dev.countermand.loop.trace.Violation;
import dev.countermand.report.Explanation;
import dev.countermand.report.Explanation.Change;
import dev.countermand.report.Explanation.Trial;
import dev.countermand.report.Explanation.Verdict;
import dev.countermand.report.RandomDocuments;
import dev.countermand.report.Shrinkage;
import dev.countermand.report.TraceDocument;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ExplanationTextTest {
    private static final Explanation.Others NONE = new Explanation.Others(0, 0, 0);

    private static final Explanation LEASE = new Explanation(
            List.of(departure(Verdict.PASSES)), NONE, new Explanation.NearestRun(
                    0, new Change.Pick(0, "node-1 at /coroutines/node-1/2"),
                    CanonicalFailures.checkPassing()));

    private static Explanation.Departure departure(Verdict without) {
        return new Explanation.Departure(List.of(
                new Trial(new Change.Pick(0, "node-1 at /coroutines/node-1/2"), without),
                new Trial(new Change.Pick(1, "node-2 at /coroutines/node-2/2"), Verdict.FAILS)));
    }

    private static Explanation of(Explanation.Others others, Verdict... without) {
        return new Explanation(
                Stream.of(without).map(ExplanationTextTest::departure).toList(), others, null);
    }

    @Test
    void theMessageOfAnExplainedFailureIsTheGoldenOne() throws IOException {
        Insight insight = new Insight(new Shrinkage(
                new Shrinkage.Extent(212, 19), new Shrinkage.Extent(10, 1), 3), LEASE);
        FailureContext context = new FailureContext("--schedule 0:1", "run 38 of 1000", insight,
                "countermand replay target/x.trace.json", "target/x.trace.json");
        Golden.assertHolds("explained.failure.txt", FailureReport.render(
                CanonicalFailures.all().get("check").get(), context));
    }

    @Test
    void whichDeparturesAreNeededIsSaidInOneSentence() {
        assertThat(ExplanationWords.summary(of(NONE, Verdict.PASSES)))
                .isEqualTo("No other choice matters.");
        assertThat(ExplanationWords.summary(of(NONE, Verdict.PASSES, Verdict.PASSES)))
                .isEqualTo("Both are needed. No other choice matters.");
        assertThat(ExplanationWords.summary(
                of(NONE, Verdict.PASSES, Verdict.PASSES, Verdict.PASSES)))
                .isEqualTo("All 3 are needed. No other choice matters.");
        assertThat(ExplanationWords.summary(of(NONE, Verdict.FAILS, Verdict.PASSES)))
                .isEqualTo("The one choice that matters is the 2nd. No other choice matters.");
        assertThat(ExplanationWords.summary(
                of(NONE, Verdict.PASSES, Verdict.FAILS_OTHERWISE, Verdict.PASSES)))
                .isEqualTo("Needed are the 1st, 3rd. No other choice matters.");
        assertThat(ExplanationWords.summary(of(NONE, Verdict.FAILS, Verdict.FAILS_OTHERWISE)))
                .isEqualTo("No single choice matters: taking back any one of them does not make it"
                        + " pass.");
        assertThat(ExplanationWords.summary(of(new Explanation.Others(7, 2, 0), Verdict.PASSES)))
                .isEqualTo("Of 7 changes of other choices 2 make it pass too.");
        assertThat(ExplanationWords.summary(of(new Explanation.Others(7, 0, 1), Verdict.PASSES)))
                .isEqualTo("Of 7 changes of other choices none makes it pass; 1 was not tried.");
    }

    @Test
    void changesAreSaidInTheWordsOfTheirKind() {
        assertThat(change(ChoiceKind.CANCEL, 0, "none")).isEqualTo("no cancel");
        assertThat(change(ChoiceKind.CANCEL, 1, "reader at /coroutines/read/3"))
                .isEqualTo("cancel reader");
        assertThat(change(ChoiceKind.TIMER_TIE, 1, "timer")).isEqualTo("the 2nd first");
        assertThat(change(ChoiceKind.CHOOSE, 2, "2")).isEqualTo("the 3rd value");
        assertThat(change(ChoiceKind.READY, 1, "b")).isEqualTo("b first");
        Choice cancel = choice(ChoiceKind.CANCEL, 1, "reader");
        assertThat(ExplanationWords.change(cancel, new Change.Shift(-1)))
                .isEqualTo("one chance earlier");
        assertThat(ExplanationWords.change(cancel, new Change.Shift(2)))
                .isEqualTo("2 chances later");
    }

    private static String change(ChoiceKind kind, int pick, String words) {
        return ExplanationWords.change(choice(kind, pick, words), new Change.Pick(pick, words));
    }

    private static Choice choice(ChoiceKind kind, int pick, String words) {
        return new RunScript("x").chose(kind, "about", 3, pick, words).document()
                .choices().get(0);
    }

    @Test
    void whoIsPickedIsNamedInWhatDeparts() {
        assertThat(words(ChoiceKind.CANCEL, "reader at /coroutines/read/3"))
                .isEqualTo("cancel reader, suspended at /coroutines/read/3 (asyncio: no cancel)");
        assertThat(words(ChoiceKind.TIMER_TIE, "node-2 at /coroutines/node/2"))
                .isEqualTo("of the timers about that of node-2 fires next (asyncio: the 1st)");
        assertThat(words(ChoiceKind.TIMER_TIE, "timer"))
                .isEqualTo("of the timers about the 2nd of 3 fires next (asyncio: the 1st)");
        assertThat(words(ChoiceKind.GROUP_ORDER, "child"))
                .isEqualTo("the task group of about cancels child next (asyncio: the 1st)");
        assertThat(words(ChoiceKind.GROUP_ORDER, "1")).isEqualTo(
                "the task group of about cancels the 2nd of 3 children next (asyncio: the 1st)");
    }

    private static String words(ChoiceKind kind, String words) {
        return DepartureWords.of(choice(kind, 1, words));
    }

    @Test
    void runsThatDifferFromTheirFirstRowAreShownFromThere() {
        TraceDocument failing = new RunScript("x").chose(ChoiceKind.READY, "a, b", 2, 1)
                .ran("b").starts().violates(Violation.Kind.CHECK, "no")
                .document();
        TraceDocument passing = new RunScript("x").ran("a").starts().document();
        Explanation explanation = new Explanation(List.of(departure(Verdict.PASSES)), NONE,
                new Explanation.NearestRun(0, new Change.Pick(0, "a"), passing));
        assertThat(NearestRunText.render(failing, explanation, 6).lines()).hasSize(3)
                .first().asString().contains("fails").endsWith("| passes: a first");
        assertThat(NearestRunText.render(failing, of(NONE, Verdict.FAILS), 6)).isEmpty();
    }

    @Provide
    Arbitrary<TraceDocument> documents() {
        return RandomDocuments.any();
    }

    @Property(tries = 300, seed = "20261122")
    void whateverRunsAreSetSideBySideNoLineIsTooWideAndNotTooManyAreShown(
            @ForAll("documents") TraceDocument failing,
            @ForAll("documents") TraceDocument passing,
            @ForAll @IntRange(min = 1, max = 9) int rows) {
        TraceDocument departing = new TraceDocument(failing.subject(), failing.origin(),
                List.of(choice(ChoiceKind.CANCEL, 1, "a at b")), failing.events(),
                failing.verdict());
        Explanation explanation = new Explanation(List.of(departure(Verdict.PASSES)), NONE,
                new Explanation.NearestRun(0, new Change.Shift(1), passing));
        String text = NearestRunText.render(departing, explanation, rows);
        assertThat(text).matches("[ -~\n]*").endsWith("\n").doesNotContain(" \n");
        assertThat(text.lines().count()).isLessThanOrEqualTo(rows + 1);
        assertThat(text.lines()).allMatch(line -> line.length() <= 100);
    }
}
