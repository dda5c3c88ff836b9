package dev.countermand.scenario.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countermand.cli.confirm.ForcedRun;
import dev.countermand.loop.PythonVersion;
import dev.countermand.loop.schedule.Choice;
import dev.countermand.loop.schedule.ChoiceKind;
import dev.countermand.scenario.generate.ScenarioGenerator;
import dev.countermand.scenario.read.ScenarioReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/**
 * Each CPython that is installed here, forced to make the choices of a random run, does event for
 * event what the simulated loop did in it, and is asked the same questions.
 *
 * <p>{@code -Dcountermand.conformance.forced=5000} makes more runs.
 */
class ForcedConformanceTest {
    private static final Path KEPT = Path.of("target/conformance/forced").toAbsolutePath();
    private static final int RUNS = Integer.getInteger("countermand.conformance.forced", 300);
    private static final long SEED = Long.getLong("countermand.conformance.seed", 1);
    private static final int REPORTED = 5;
    private static final int EVERY = 50;

    private final Map<ChoiceKind, Integer> departures = new EnumMap<>(ChoiceKind.class);

    @ParameterizedTest
    @EnumSource(PythonVersion.class)
    void aForcedRunDoesOnCPythonWhatItDidOnTheSimulatedLoop(PythonVersion version)
            throws IOException {
        Python python = CPythonConformanceTest.require(version);
        Files.createDirectories(KEPT);
        List<ForcedPlay> plays = new ArrayList<>();
        List<String> requests = new ArrayList<>();
        for (long seed = SEED; plays.size() < RUNS; seed++) {
            JsonNode document = ForcedDocuments.openUp(seed % EVERY == 0
                    ? ForcedDocuments.abortingGroup()
                    : GeneratedFiles.document(seed));
            if (ScenarioGenerator.versions(document).contains(version)) {
                Path file = KEPT.resolve(seed + ".scenario.json");
                Files.writeString(file, document.toString());
                ForcedPlay play = ForcedPlay.of(ScenarioReader.read(file), version, seed);
                play.choices().stream().filter(Choice::departs)
                        .forEach(choice -> departures.merge(choice.kind(), 1, Integer::sum));
                plays.add(play);
                requests.add(play.request(file));
            }
        }
        List<String> differences = new ArrayList<>();
        try (PythonBatch batch = PythonBatch.startForced(python)) {
            batch.playAllForced(requests, (number, lines) -> {
                Comparison found = Comparison.firstDifference(
                        spread(lines), plays.get(number).lines());
                if (found != null) {
                    differences.add(requests.get(number) + ", " + found.describe());
                }
            });
        }
        System.out.println("forced on CPython " + python.release() + ": " + RUNS
                + " runs, departures " + departures);
        assertThat(differences.subList(0, Math.min(REPORTED, differences.size())))
                .as("%d of %d differ", differences.size(), RUNS).isEmpty();
        assertThat(departures.keySet()).contains(
                ChoiceKind.CANCEL, ChoiceKind.IDLE_CANCEL, ChoiceKind.CHOOSE,
                ChoiceKind.TIMER_TIE, ChoiceKind.CLOSE_ORDER, ChoiceKind.GROUP_ORDER);
    }

    /** The lines in the form of {@link ForcedPlay}. */
    private static List<String> spread(List<String> printed) {
        ForcedRun run = ForcedRun.of(printed);
        List<String> lines = new ArrayList<>(run.events());
        run.violations().forEach(violated -> lines.add("violation " + violated.kind()));
        run.choices().forEach(choice -> lines.add("choice " + choice));
        return lines;
    }
}
