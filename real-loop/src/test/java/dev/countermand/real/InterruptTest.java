package dev.countermand.real;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Real SIGINTs to real processes: a JVM with a program on a real loop, and every CPython found with
 * the same program.
 */
@Timeout(120)
class InterruptTest {
    private static final String CASES = """
            in_sleep            | cleans up; raised KeyboardInterrupt()
            waiting_for_nothing | cancelled (); raised KeyboardInterrupt()
            while_cleaning_up   | cleans up; cancelled again; cleaned up; raised KeyboardInterrupt()
            surviving           | goes on; returned value
            uncancelling        | uncancelled to 0; raised KeyboardInterrupt()
            with_children       | in the group ends; left alone ends; raised KeyboardInterrupt()
            in_a_job            | cleans up; job ends; raised KeyboardInterrupt()
            between_steps       | cleans up; raised KeyboardInterrupt()
            in_close            | raised KeyboardInterrupt()
            """;
    private static final int MOST_SECONDS = 30;
    private static final List<String> RELEASES = List.of("3.11.7", "3.12.1", "3.13.0");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = CASES)
    void aSigintDoesWhatItDoesToAsyncio(String program, String expected) throws Exception {
        assertThat(interrupted(java(program))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = CASES)
    void whichIsWhatCPythonDoes(String program, String expected) throws Exception {
        List<String> pythons = pythons().toList();
        assumeTrue(!pythons.isEmpty(), "no CPython of pyenv here: " + RELEASES);
        for (String python : pythons) {
            assertThat(interrupted(List.of(python, "-B", "src/test/python/interrupted.py",
                    program))).as(python).isEqualTo(expected);
        }
    }

    @Test
    void theThirdSigintEndsAProcessThatNeverComesToTheEndOfAStep() throws Exception {
        Process process = start(java("blocking"));
        try {
            assertThat(linesInterruptingAt(process)).isEmpty();
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(130);
        } finally {
            process.destroyForcibly();
        }
    }

    private static Stream<String> pythons() {
        return RELEASES.stream()
                .map(release -> Path.of(System.getProperty("user.home"), ".pyenv", "versions",
                        release, "bin", "python"))
                .filter(Files::isExecutable)
                .map(Path::toString);
    }

    private static List<String> java(String program) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        if (Runtime.version().feature() >= 24) {
            command.add("--add-opens=java.base/java.lang=ALL-UNNAMED");
        }
        command.addAll(List.of("-cp", System.getProperty("java.class.path"),
                InterruptedPrograms.class.getName(), program));
        return command;
    }

    private static Process start(List<String> command) throws IOException {
        // What is only logged goes to the standard error of both.
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        // No SIGINT reaches it in the background jobs of some shells: then it would never end.
        CompletableFuture.delayedExecutor(MOST_SECONDS, TimeUnit.SECONDS)
                .execute(process::destroyForcibly);
        return process;
    }

    private static String interrupted(List<String> command) throws Exception {
        Process process = start(command);
        try {
            List<String> lines = linesInterruptingAt(process);
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            return String.join("; ", lines);
        } finally {
            process.destroyForcibly();
        }
    }

    /** Sends a SIGINT at each "ready", and gives the other lines. */
    private static List<String> linesInterruptingAt(Process process)
            throws IOException, InterruptedException {
        List<String> lines = new ArrayList<>();
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                if (line.equals("ready")) {
                    // The program is to be in its wait: what comes before it is tested too, but not
                    // always.
                    Thread.sleep(100);
                    new ProcessBuilder("kill", "-INT", Long.toString(process.pid()))
                            .inheritIO().start().waitFor();
                } else {
                    lines.add(line);
                }
            }
        }
        return lines;
    }
}
