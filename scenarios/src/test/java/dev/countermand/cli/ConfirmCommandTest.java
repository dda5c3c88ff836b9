package dev.countermand.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.countermand.cli.confirm.InstalledPython;
import dev.countermand.cli.confirm.PythonFinder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ConfirmCommandTest {
    private static final String DEADLOCK = "lock-wakeup-lost";
    private static final String FILE = "sample.scenario.json";

    private static List<InstalledPython> pythons = List.of();

    @TempDir
    private Path folder;

    private Shell shell;

    @BeforeAll
    static void findPythons() {
        pythons = PythonFinder.all();
    }

    @BeforeEach
    void needPython() {
        assumeTrue(!pythons.isEmpty(), "there is no CPython of 3.11 or newer here");
        shell = new Shell(folder);
    }

    private static InstalledPython newest() {
        return pythons.stream().max(Comparator.comparingInt(InstalledPython::minor)).orElseThrow();
    }

    private String find(String scenario) {
        return shell.run("explore", scenario, "--python", newest().level().label()).after("trace");
    }

    @Test
    void aDeadlockIsConfirmedWithOne() {
        Shell.Result confirmed = shell.run("confirm", find(DEADLOCK));
        assertThat(confirmed.err()).isEmpty();
        assertThat(confirmed.code()).isEqualTo(1);
        assertThat(confirmed.out()).startsWith("confirmed on CPython " + newest().release() + ": ")
                .contains("events agree, deadlock\n", "deadlock: ");
    }

    static List<Samples.Faulty> faulty() {
        return Samples.faulty();
    }

    @ParameterizedTest
    @MethodSource("faulty")
    void everyKindOfViolationIsConfirmed(Samples.Faulty faulty) {
        shell.write(FILE, faulty.text());
        Shell.Result confirmed = shell.run("confirm", find(FILE));
        assertThat(confirmed.out()).contains("events agree, " + faulty.kind() + "\n");
        assertThat(confirmed.code()).isEqualTo(1);
    }

    @Test
    void aRunThatASigintEndsIsConfirmed() {
        shell.write(FILE, Samples.document("interrupted", "\"expect\": [\"returned\"],", """
                {"op": "sleep", "delay": 1}, {"op": "sleep", "delay": 1}"""));
        String trace = shell.run("explore", FILE, "--interrupts", "--python",
                newest().level().label()).after("trace");
        Shell.Result confirmed = shell.run("confirm", trace);
        assertThat(confirmed.out()).contains("events agree, expect\n");
    }

    @Test
    void aCleanRunIsConfirmedWithZero() {
        shell.run("run", DEADLOCK, "--python", "3.11", "--trace", "clean.json");
        Shell.Result confirmed = shell.run("confirm", "clean.json");
        assertThat(confirmed.code()).as(confirmed.err()).isZero();
        assertThat(confirmed.out()).contains(" events agree, no violation\n");
    }

    @Test
    void anotherRunIsNotConfirmedAndTheFirstDifferenceIsShown() {
        shell.write(FILE, Samples.check());
        String trace = find(FILE);
        shell.write(FILE, Samples.check().replace("it's wrong", "it's other"));
        Shell.Result different = shell.run("confirm", trace);
        assertThat(different.code()).isEqualTo(3);
        assertThat(different.out()).startsWith("not confirmed on CPython ")
                .contains("  recorded  {", "  CPython   {", "it's other");
        assertThat(different.err()).contains("has changed since the trace was recorded");
    }

    @Test
    void aTraceOfAnotherVersionIsWarnedOf() {
        String other = newest().minor() == 14 ? "3.13" : "3.14";
        String trace = shell.run("explore", DEADLOCK, "--python", other).after("trace");
        Shell.Result confirmed = shell.run("confirm", trace, "--python", newest().executable());
        assertThat(confirmed.code()).isEqualTo(1);
        assertThat(confirmed.err()).contains("the trace is of Python " + other)
                .contains("CPython " + newest().release());
    }

    @Test
    void aPythonThatIsTooOldForTheScenarioIsAMistake() {
        shell.write(FILE, Samples.document("new", "\"python\": \"3.14\",", ""));
        shell.run("run", FILE, "--trace", "new.json");
        for (InstalledPython python : pythons) {
            if (python.minor() < 14) {
                Shell.Result refused =
                        shell.run("confirm", "new.json", "--python", python.release());
                assertThat(refused.code()).isEqualTo(2);
                assertThat(refused.err()).contains("needs Python 3.14", python.release());
            }
        }
    }

    @Test
    void theEmittedProgramShowsTheSameAndFails() throws Exception {
        String trace = find(DEADLOCK);
        Shell.Result emitted = shell.run("confirm", trace, "--emit", "repro.py");
        assertThat(emitted.out()).endsWith("program    repro.py\n");
        String program = Files.readString(folder.resolve("repro.py"));
        assertThat(program).startsWith("# deadlock: ").doesNotContain(folder.toString())
                .contains("  choice ", "async def coroutine_main(");
        assertThat(program.lines()).allMatch(line -> line.length() <= 120);
        for (InstalledPython python : pythons) {
            Process process = run(python, folder.resolve("repro.py"));
            String printed = new String(
                    process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).isEqualTo(1);
            assertThat(printed.lines().count()).as(python.release()).isEqualTo(Long.parseLong(
                    emitted.out().replaceAll("(?s).*: (\\d+) events agree.*", "$1")));
            assertThat(printed).contains("Deadlock");
        }
    }

    private static Process run(InstalledPython python, Path program) throws IOException {
        return new ProcessBuilder(python.executable(), "-B", program.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
