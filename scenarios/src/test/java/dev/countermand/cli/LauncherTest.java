package dev.countermand.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The script {@code ./countermand}, run as a user runs it. It builds the program when that is
 * stale, which takes too long for every build: the Maven profile {@code extended} runs it.
 */
@Tag("extended")
class LauncherTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    @TempDir
    private Path folder;

    private Path link;

    @BeforeEach
    void linkFromAFolderWithBlanks() throws IOException {
        Path elsewhere = Files.createDirectories(folder.resolve("a folder, far away"));
        link = Files.createSymbolicLink(
                elsewhere.resolve("counter mand"), ROOT.resolve("countermand"));
    }

    @Test
    void theWholeRoadFromAFindingToItsReplay() throws IOException, InterruptedException {
        Shell.Result found = start(List.of(), link.toString(), "explore", "lock-wakeup-lost");
        assertThat(found.code()).as(found.err()).isEqualTo(1);
        assertThat(folder.resolve(found.after("trace"))).isRegularFile();

        Shell.Result replayed = start(List.of(), "sh", "-c", found.after("replay"));
        assertThat(replayed.code()).as(replayed.err()).isEqualTo(1);
        assertThat(replayed.out()).startsWith("same run: ");
        Shell.Result repeated = start(List.of(), "sh", "-c", found.after("repeat"));
        assertThat(repeated.code()).as(repeated.err()).isEqualTo(1);
    }

    @Test
    void standardOutputHasTheResultsAndNothingElse() throws IOException, InterruptedException {
        Shell.Result events = start(List.of(), link.toString(), "events", "lock-wakeup-lost");
        assertThat(events.code()).as(events.err()).isZero();
        assertThat(events.out().lines()).allMatch(line -> line.startsWith("{\"at\": "));
        assertThat(start(List.of(), link.toString(), "list").err()).isEmpty();
    }

    @Test
    void fileNamesOutsideAsciiWorkInAnyLocale() throws IOException, InterruptedException {
        new Shell(folder).write("quiet.json", Samples.QUIET);
        // The shell makes the name from bytes, as this test's own locale may not know the letter.
        String script = "name=$(printf 'pr\\303\\274fung.json'); cp quiet.json \"$name\";"
                + " \"$0\" events \"$name\"; code=$?; rm \"$name\"; exit $code";
        for (String locale : List.of("LC_ALL=C", "LC_ALL=C.UTF-8", "LANG=POSIX")) {
            Shell.Result result = start(List.of("-u", "LC_ALL", "-u", "LANG", locale),
                    "sh", "-c", script, link.toString());
            assertThat(result.code()).as(locale + result.err()).isZero();
            assertThat(result.out()).as(locale).contains("hello");
        }
    }

    @Test
    void aWrongJavaHomeIsOneClearLine() throws IOException, InterruptedException {
        Shell.Result result = start(List.of("JAVA_HOME=" + folder), link.toString(), "list");
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err().lines()).hasSize(1);
        assertThat(result.err()).startsWith("countermand: JAVA_HOME is " + folder);
    }

    @Test
    void anOldJavaIsOneClearLine() throws IOException, InterruptedException {
        Path java = folder.resolve("old jdk/bin/java");
        Files.createDirectories(java.getParent());
        Files.writeString(java, "#!/bin/sh\nexit 1\n");
        assertThat(java.toFile().setExecutable(true)).isTrue();
        Files.writeString(folder.resolve("old jdk/release"), "JAVA_VERSION=\"11.0.2\"\n");
        Shell.Result result = start(
                List.of("JAVA_HOME=" + folder.resolve("old jdk")), link.toString(), "list");
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err().lines()).hasSize(1);
        assertThat(result.err()).contains("expected a JDK 17 or newer").contains("11.0.2");
    }

    /** Runs a program in the test's folder, in an environment changed as env(1) does. */
    private Shell.Result start(List<String> environment, String... command)
            throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of("env"));
        words.addAll(environment);
        words.addAll(List.of(command));
        Path out = folder.resolve("out.txt");
        Path err = folder.resolve("err.txt");
        Process process = new ProcessBuilder(words)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        int code = process.waitFor();
        return new Shell.Result(code, Files.readString(out), Files.readString(err));
    }
}
