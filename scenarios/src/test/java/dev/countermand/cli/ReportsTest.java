package dev.countermand.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countermand.scenario.read.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person reads, as golden files: the command and what it printed on standard output. */
class ReportsTest {
    private static final Path RESOURCES =
            Path.of("src/test/resources/dev/countermand/cli/reports");
    /** Lines that are to be pasted or compared are never cut. */
    private static final Pattern WHOLE =
            Pattern.compile("  (replay|confirm|recorded|now|left|right) ");

    private static final String DEADLOCK = "lock-wakeup-lost";

    @TempDir
    private Path folder;

    private Shell shell;

    @BeforeEach
    void writeScenarios() {
        shell = new Shell(folder);
        shell.write("quiet.scenario.json", Samples.QUIET);
        shell.write("check.scenario.json", Samples.check());
    }

    @Test
    void aFindingOfExplore() throws IOException {
        assertReport("explore-found", 1, "explore", DEADLOCK);
    }

    @Test
    void aFindingOfExploreAsJson() throws IOException {
        assertReport("explore-json", 1, "explore", DEADLOCK, "--json");
    }

    @Test
    void aCleanSearch() throws IOException {
        assertReport("explore-clean", 0, "explore", DEADLOCK + "-fixed", "--runs", "500");
    }

    @Test
    void theReadmeShowsWhatTheFirstCommandPrints() throws IOException {
        String printed = shell.run("explore", DEADLOCK).out()
                .replace("'./counter mand'", "./countermand");
        assertThat(Files.readString(Path.of("../README.md"))).contains("```\n" + printed + "```\n");
    }

    @Test
    void aSearchWithNothingToChoose() throws IOException {
        assertReport("explore-nothing-to-choose", 0, "explore", "quiet.scenario.json",
                "--runs", "7");
    }

    @Test
    void aRunInTheOrderOfAsyncio() throws IOException {
        assertReport("run-fifo", 0, "run", DEADLOCK);
    }

    @Test
    void aRunThatFails() throws IOException {
        String schedule = shell.run("explore", "check.scenario.json").after("schedule");
        assertReport("run-violation", 1, "run", "check.scenario.json", "--schedule", schedule);
    }

    @Test
    void aReplayThatIsTheSameRun() throws IOException {
        String trace = shell.run("explore", DEADLOCK).after("trace");
        assertReport("replay-same", 1, "replay", trace);
    }

    @Test
    void aReplayOfAChangedScenario() throws IOException {
        shell.run("run", "quiet.scenario.json", "--trace", "quiet.trace.json");
        shell.write("quiet.scenario.json", Samples.QUIET.replace("hello", "goodbye"));
        assertReport("replay-other-event", 3, "replay", "quiet.trace.json");
    }

    @Test
    void aReplayOfAScenarioWithAnotherChoice() throws IOException {
        shell.run("run", "check.scenario.json", "--trace", "check.trace.json");
        shell.write("check.scenario.json", Samples.check().replace("[false, ", "["));
        assertReport("replay-other-choice", 3, "replay", "check.trace.json");
    }

    @Test
    void aComparisonOfLevelsThatDiffer() throws IOException {
        assertReport("compare-differ", 1, "compare", "wait-for-returns-early-fixed");
    }

    @Test
    void aComparisonWithSeveralCausesAndLongEvents() throws IOException {
        shell.write("causes.json", Samples.SEVERAL_CAUSES);
        assertReport("compare-causes", 1, "compare", "causes.json");
    }

    @Test
    void aComparisonAsJson() throws IOException {
        shell.write("causes.json", Samples.SEVERAL_CAUSES);
        assertReport("compare-json", 1, "compare", "--json", "causes.json", "queue-shutdown-drains",
                DEADLOCK);
    }

    @Test
    void aComparisonOfScenariosThatDoTheSameEverywhere() throws IOException {
        assertReport("compare-equal", 0, "compare", DEADLOCK, "eager-task-starts-at-once");
    }

    @Test
    void aComparisonWhereOnlyTheVerdictsDiffer() throws IOException {
        shell.write("verdict.json", Samples.VERDICT_OF_OLD);
        assertReport("compare-verdict", 1, "compare", "verdict.json");
    }

    @Test
    void theLanesOfATrace() throws IOException {
        String trace = shell.run("explore", DEADLOCK).after("trace");
        assertReport("show", 0, "show", trace);
    }

    @Test
    void theStepsOfATraceInWhoseWordsAnExpressionIsFound() throws IOException {
        String trace = shell.run("explore", DEADLOCK).after("trace");
        assertReport("show-grep", 0, "show", trace, "--grep", "cancelled|deadlock");
    }

    @Test
    void theStepsOfOneTask() throws IOException {
        String trace = shell.run("explore", DEADLOCK).after("trace");
        assertReport("show-task", 0, "show", trace, "--task", "second");
    }

    @Test
    void theStepsThatDepartOrViolateOrAreNotInTheNearestRunThatPasses() throws IOException {
        String trace = shell.run("explore", DEADLOCK).after("trace");
        assertReport("show-changed", 0, "show", trace, "--changed");
    }

    @Test
    void aWalkThroughATraceByKeysFromAPipe() throws IOException {
        String trace = shell.run("explore", DEADLOCK).after("trace");
        Shell.Result walk = shell.fed("np g7\n/deadlock\ngx\n/(\nq", "show", trace, "--step");
        assertThat(walk.code()).as(walk.err()).isZero();
        Golden.assertHolds(RESOURCES.resolve("show-step.txt"), walk.out());
    }

    @Test
    void aFailingTraceBesideThatOfAsynciosOrder() throws IOException {
        String trace = shell.run("explore", DEADLOCK).after("trace");
        shell.run("run", DEADLOCK, "--trace", "fifo.trace.json");
        assertReport("diff", 1, "diff", trace, "fifo.trace.json");
        assertReport("diff-same", 0, "diff", trace, trace);
    }

    @Test
    void aTraceAloneIsComparedWithTheNearestRunThatPasses() throws IOException {
        String trace = shell.run("explore", DEADLOCK).after("trace");
        assertReport("diff-nearest", 1, "diff", trace);
    }

    @Test
    void aTraceWithoutANearestRunIsComparedWithTheRunOfAsyncio() {
        String trace = shell.run("explore", DEADLOCK).after("trace");
        String schedule = shell.run("explore", DEADLOCK).after("schedule");
        shell.run("run", DEADLOCK, "--schedule", schedule, "--trace", "bare.trace.json");
        shell.run("run", DEADLOCK, "--trace", "fifo.trace.json");
        List<String> other = withoutNames("diff", trace, "fifo.trace.json");
        assertThat(withoutNames("diff", "bare.trace.json")).isEqualTo(other);
        assertThat(withoutNames("diff", trace, "--scenario", DEADLOCK)).isEqualTo(other);
        assertThat(shell.run("diff", "fifo.trace.json").code()).isZero();
    }

    /** A diff without its fifth line, which names the two sides. */
    private List<String> withoutNames(String... words) {
        List<String> lines = new ArrayList<>(shell.run(words).out().lines().toList());
        lines.remove(4);
        return lines;
    }

    @Test
    void withoutAnythingToCompareWithChangesAreThoseThatAreMarked() throws IOException {
        String schedule = shell.run("explore", "check.scenario.json").after("schedule");
        shell.run("run", "check.scenario.json", "--schedule", schedule, "--trace", "bare.json");
        Files.delete(folder.resolve("check.scenario.json"));
        Shell.Result shown = shell.run("show", "bare.json", "--changed");
        assertThat(shown.code()).isZero();
        assertThat(shown.err().lines()).hasSize(1);
        assertThat(shown.err()).contains("warning", "only what is marked");
        Shell.Result alone = shell.run("diff", "bare.json");
        assertThat(alone.code()).isEqualTo(2);
        assertThat(alone.err()).contains("--scenario");
    }

    private void assertReport(String name, int code, String... words) throws IOException {
        Shell.Result result = shell.run(words);
        assertThat(result.code()).as(result.err()).isEqualTo(code);
        if (!name.endsWith("json")) {
            assertThat(result.out().lines()).allMatch(
                    line -> line.length() <= 100 || WHOLE.matcher(line).lookingAt());
        }
        Golden.assertHolds(RESOURCES.resolve(name + ".txt"),
                "$ countermand " + String.join(" ", words) + "\n" + result.out());
    }
}
