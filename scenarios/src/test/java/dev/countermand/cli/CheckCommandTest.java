package dev.countermand.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {
    private static final String NAME = "bug.scenario.json";

    @TempDir
    private Path folder;

    private Shell shell;
    private String broken;

    @BeforeEach
    void findTheBugAndKeepIt() throws Exception {
        shell = new Shell(folder);
        broken = builtIn("lock-wakeup-lost");
        shell.write(NAME, broken);
        assertThat(shell.run("explore", NAME, "--save", "kept").code()).isEqualTo(1);
    }

    private static String builtIn(String name) throws Exception {
        return Files.readString(Path.of("src/main/resources/dev/countermand/scenario/library/bugs",
                name + ".scenario.json"));
    }

    @Test
    void theUnchangedScenarioStillFails() {
        Shell.Result result = shell.run("check", "kept");
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.out()).matches("(?s)still failing    bug-\\d+\\.trace\\.json"
                + " \\(aligned (\\d+) of \\1 choices\\)\n +deadlock: .*");
    }

    @Test
    void aChoicePutInBeforeDoesNotHideTheFailure() {
        shell.write(NAME, broken.replace("\"main\": [", "\"main\": [{\"op\": \"sleep\", \"delay\":"
                + " {\"choose\": [0, 0, 0]}}, {\"op\": \"log\", \"text\": \"new\"},"));
        Shell.Result result = shell.run("check", "kept");
        assertThat(result.code()).as(result.out()).isEqualTo(1);
        assertThat(result.out()).startsWith("still failing");
    }

    @Test
    void theRepairedScenarioIsFixedOrHasDriftedButDoesNotFail() throws Exception {
        shell.write(NAME, builtIn("lock-wakeup-lost-fixed"));
        Shell.Result result = shell.run("check", "kept");
        assertThat(result.code()).as(result.out()).isIn(0, 3);
        assertThat(result.out()).containsPattern("^(fixed|drifted) ").contains("aligned");
    }

    @Test
    void aScenarioInWhichTheTaskIsGoneHasDrifted() {
        shell.write(NAME, Samples.QUIET);
        Shell.Result result = shell.run("check", "kept");
        assertThat(result.code()).as(result.out()).isEqualTo(3);
        assertThat(result.out()).startsWith("drifted").contains("drift at step");
    }

    @Test
    void aFileThatIsNoTraceDoesNotHideTheOthers() {
        shell.write("kept/aaa.trace.json", "{}");
        Shell.Result result = shell.run("check", "kept");
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err()).contains("aaa.trace.json");
        assertThat(result.out()).startsWith("still failing");
    }

    @Test
    void anEmptyFolderIsClean() throws Exception {
        Files.createDirectory(folder.resolve("empty"));
        Shell.Result result = shell.run("check", "empty");
        assertThat(result.code()).isZero();
        assertThat(result.out()).isEqualTo("nothing to check: no .trace.json in empty\n");
    }
}
