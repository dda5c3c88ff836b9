package dev.countermand.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayCommandTest {
    private static final String FILE = "sample.scenario.json";
    private static final String SAME = "same run: ";

    @TempDir
    private Path folder;

    private Shell shell;
    private String trace;

    @BeforeEach
    void recordAViolation() {
        shell = new Shell(folder);
        shell.write(FILE, Samples.check());
        trace = shell.run("explore", FILE).after("trace");
    }

    @Test
    void aCleanTraceReplaysWithZero() {
        shell.write("quiet.json", Samples.QUIET);
        shell.run("run", "quiet.json", "--trace", "clean.json");
        Shell.Result replayed = shell.run("replay", "clean.json");
        assertThat(replayed.code()).as(replayed.err()).isZero();
        assertThat(replayed.out()).startsWith(SAME).contains(" 0 choices; no violation");
    }

    @Test
    void aRunThatWasOfferedInterruptsIsOfferedThemAgain() {
        shell.write("quiet.json", Samples.QUIET);
        shell.run("run", "quiet.json", "--interrupts", "--strategy", "random", "--trace", "i.json");
        Shell.Result replayed = shell.run("replay", "i.json");
        assertThat(replayed.out()).startsWith(SAME).doesNotContain(" 0 choices");
    }

    @Test
    void theScenarioIsFoundInTheCurrentFolder() {
        assertThat(shell.run("replay", trace).out()).startsWith(SAME);
    }

    @Test
    void theScenarioIsFoundBesideTheTrace() throws IOException {
        Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
        Files.move(folder.resolve(FILE), folder.resolve(trace).resolveSibling(FILE));
        Shell.Result replayed = new Shell(elsewhere).run("replay", "../" + trace);
        assertThat(replayed.out()).startsWith(SAME);
        assertThat(replayed.err()).isEmpty();
    }

    @Test
    void aFileWithTheRecordedContentGoesBeforeAnotherOfItsName() throws IOException {
        Files.writeString(folder.resolve(trace).resolveSibling(FILE), Samples.QUIET);
        Shell.Result replayed = shell.run("replay", trace);
        assertThat(replayed.err()).isEmpty();
        assertThat(replayed.out()).startsWith(SAME);
    }

    @Test
    void aMissingScenarioIsAMistakeThatNamesTheWayOut() throws IOException {
        Files.move(folder.resolve(FILE), folder.resolve("renamed.json"));
        Shell.Result lost = shell.run("replay", trace);
        assertThat(lost.code()).isEqualTo(2);
        assertThat(lost.err()).contains(FILE).contains("--scenario");
        assertThat(shell.run("replay", trace, "--scenario", "renamed.json").out())
                .startsWith(SAME);
    }

    @Test
    void anEditThatChangesNothingIsWarnedOfAndReplays() {
        shell.write(FILE, Samples.check() + "\n");
        Shell.Result replayed = shell.run("replay", trace);
        assertThat(replayed.code()).isEqualTo(1);
        assertThat(replayed.out()).startsWith(SAME);
        assertThat(replayed.err().lines()).hasSize(1);
        assertThat(replayed.err()).contains("warning").contains("SHA-256");
    }

    @Test
    void anEditThatChangesAnEventDiverges() {
        shell.write(FILE, Samples.check().replace("it's wrong", "it's other"));
        assertDiverged(shell.run("replay", trace));
    }

    @Test
    void anEditThatChangesAChoiceDiverges() {
        shell.write(FILE, Samples.check().replace("[false, ", "["));
        Shell.Result replayed = shell.run("replay", trace);
        assertDiverged(replayed);
        assertThat(replayed.out()).contains("choose");
    }

    @Test
    void anEditThatLeavesAChoiceOutDiverges() {
        shell.write(FILE, Samples.QUIET);
        assertDiverged(shell.run("replay", trace));
    }

    private static void assertDiverged(Shell.Result replayed) {
        assertThat(replayed.code()).isEqualTo(3);
        assertThat(replayed.out()).doesNotContain("same run");
        assertThat(replayed.err()).contains("warning");
    }
}
