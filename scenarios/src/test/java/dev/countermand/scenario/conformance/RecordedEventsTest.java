package dev.countermand.scenario.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.countermand.loop.PythonVersion;
import dev.countermand.scenario.read.ScenarioReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The simulated loop does what CPython 3.14 was recorded to do; this needs no Python.
 *
 * <p>With {@code -Dcountermand.golden=update}, CPython 3.14 is asked again first.
 */
class RecordedEventsTest {
    private static final Path FILE = Path.of("src/test/resources/cpython-3.14-events.jsonl.gz");
    private static final Path WORK = Path.of("target/conformance").toAbsolutePath();
    private static final boolean UPDATE = "update".equals(System.getProperty("countermand.golden"));
    private static final int GENERATED = 500;

    private static List<Recording> recordings = List.of();

    @BeforeAll
    static void read() throws IOException {
        if (UPDATE) {
            record();
        }
        recordings = Recording.readAll(FILE);
    }

    private static void record() throws IOException {
        Optional<Python> python = Pythons.find(PythonVersion.PYTHON_3_14);
        assumeTrue(python.isPresent(), "there is no CPython 3.14 here to record");
        List<Path> files = new ArrayList<>(KeptScenarios.files());
        files.addAll(GeneratedFiles.write(
                WORK.resolve("generated"), 1, GENERATED, PythonVersion.PYTHON_3_14));
        Map<Path, List<String>> events = new LinkedHashMap<>();
        try (PythonBatch batch = PythonBatch.start(python.get())) {
            batch.playAll(files, events::put);
        }
        List<Recording> recorded = new ArrayList<>();
        for (Path file : files) {
            recorded.add(new Recording(Files.readString(file), events.get(file)));
        }
        Recording.writeAll(FILE, recorded);
    }

    @Test
    void everyRecordedScenarioDoesWhatItDidOnCPython() {
        assertThat(recordings).hasSizeGreaterThan(GENERATED);
        List<String> differences = new ArrayList<>();
        for (Recording recording : recordings) {
            byte[] document = recording.document().getBytes(StandardCharsets.UTF_8);
            Comparison found = Comparison.firstDifference(
                    recording.events(),
                    JavaEvents.of(
                            ScenarioReader.read("recorded.scenario.json", document),
                            PythonVersion.PYTHON_3_14));
            if (found != null) {
                differences.add(found.describe() + "\n" + recording.document());
            }
        }
        assertThat(differences).isEmpty();
    }

    @Test
    void everyScenarioOfTheLibraryIsRecordedAsItIsNow() throws IOException {
        List<String> documents = recordings.stream().map(Recording::document).toList();
        for (Path file : KeptScenarios.files()) {
            assertThat(documents)
                    .as("%s; run with -Dcountermand.golden=update to record it", file)
                    .contains(Files.readString(file));
        }
    }
}
