package dev.countermand.scenario.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.countermand.loop.PythonVersion;
import dev.countermand.scenario.read.ScenarioReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The simulated loop does, event for event, what each CPython does that is installed here.
 *
 * <p>{@code -Dcountermand.conformance.scenarios=20000} generates more, and {@code
 * -Dcountermand.conformance.seed=5000} others.
 */
class CPythonConformanceTest {
    private static final Path KEPT = Path.of("target/conformance").toAbsolutePath();
    private static final int SCENARIOS =
            Integer.getInteger("countermand.conformance.scenarios", 3000);
    private static final long SEED = Long.getLong("countermand.conformance.seed", 1);

    @ParameterizedTest
    @EnumSource(PythonVersion.class)
    void generatedScenariosDoWhatTheyDoOnCPython(PythonVersion version) {
        Python python = require(version);
        List<Path> files =
                GeneratedFiles.write(KEPT.resolve("generated"), SEED, SCENARIOS, version);
        assertThat(files).hasSizeGreaterThan(SCENARIOS / 2);
        assertThat(Conformance.differences(python, files, KEPT)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(PythonVersion.class)
    void theLibraryAndEveryOldDifferenceDoWhatTheyDoOnCPython(PythonVersion version)
            throws IOException {
        Python python = require(version);
        List<Path> files = new ArrayList<>();
        for (Path file : KeptScenarios.files()) {
            String needed = ScenarioReader.read(file).python().toString();
            if (PythonVersion.of(needed).compareTo(version) <= 0) {
                files.add(file);
            }
        }
        assertThat(files).isNotEmpty();
        Files.createDirectories(KEPT);
        assertThat(Conformance.differences(python, files, KEPT)).isEmpty();
    }

    static Python require(PythonVersion version) {
        Optional<Python> found = Pythons.find(version);
        assumeTrue(found.isPresent(), "CPython " + Pythons.release(version)
                + " is not here: set -Dcountermand.python." + version.label()
                + " to its executable, or install it with pyenv"
                + (version == PythonVersion.PYTHON_3_14
                        ? ", or run npm ci in src/test/python/pyodide" : ""));
        return found.get();
    }
}
