package dev.countermand.cli.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countermand.loop.Compatibility;
import dev.countermand.loop.PythonVersion;
import dev.countermand.loop.VersionDifference;
import dev.countermand.scenario.generate.Decisions;
import dev.countermand.scenario.generate.ScenarioGenerator;
import dev.countermand.scenario.read.ScenarioReader;
import dev.countermand.scenario.run.PreparedScenario;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Which differences between versions are behind a difference between runs. */
class CauseSearchTest {
    private static final int GENERATED = 400;
    private static final PythonVersion NEWEST = Comparison.REFERENCE;

    private static PreparedScenario prepare(String text) {
        return new PreparedScenario(
                ScenarioReader.read("test", text.getBytes(StandardCharsets.UTF_8)));
    }

    /** A random scenario and the versions older than the newest that it can be played on. */
    private record Generated(PreparedScenario prepared, List<PythonVersion> older) {
        static Generated of(long seed) {
            JsonNode document =
                    ScenarioGenerator.generate("generated " + seed, Decisions.seeded(seed));
            List<PythonVersion> older = new ArrayList<>(ScenarioGenerator.versions(document));
            older.remove(NEWEST);
            return new Generated(prepare(document.toString()), older);
        }
    }

    private static Set<VersionDifference> since(PythonVersion older) {
        Set<VersionDifference> since = EnumSet.allOf(VersionDifference.class);
        since.removeIf(older::has);
        return since;
    }

    static Set<VersionDifference> visible() {
        return DependentScenarios.all().keySet();
    }

    @Test
    void everyDifferenceHasAScenarioOrAReasonWhyNoneShowsIt() {
        Set<VersionDifference> all = EnumSet.copyOf(visible());
        assertThat(all).doesNotContainAnyElementsOf(DependentScenarios.invisible());
        all.addAll(DependentScenarios.invisible());
        assertThat(all).containsExactly(VersionDifference.values());
    }

    @ParameterizedTest
    @MethodSource("visible")
    void aScenarioThatDependsOnOneDifferenceNamesIt(VersionDifference difference) {
        PreparedScenario prepared = prepare(DependentScenarios.all().get(difference));
        PythonVersion before = PythonVersion.values()[difference.since().ordinal() - 1];
        Comparison comparison = Comparison.of(prepared, List.of(NEWEST, before));
        assertThat(comparison.groups()).hasSize(2);
        assertThat(comparison.groups().get(1).difference().causes()).containsExactly(difference);
    }

    @ParameterizedTest
    @EnumSource
    void aVersionIsTheNewestWithoutWhatCameAfterIt(PythonVersion older) {
        int compared = 0;
        for (long seed = 1; seed <= GENERATED; seed++) {
            Generated generated = Generated.of(seed);
            if (generated.older().contains(older)) {
                assertThat(LevelRun.of(generated.prepared(),
                        Compatibility.without(NEWEST, since(older))))
                        .as("seed %d", seed).isEqualTo(LevelRun.of(generated.prepared(), older));
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(older == NEWEST ? -1 : GENERATED / 3);
    }

    @Test
    void withoutTheCausesTheNewestDoesWhatTheOlderDoesAndWithMostOfThemItDoesNot() {
        int found = 0;
        for (long seed = 1; seed <= GENERATED; seed++) {
            Generated generated = Generated.of(seed);
            for (PythonVersion older : generated.older()) {
                LevelRun there = LevelRun.of(generated.prepared(), older);
                int index = LevelRun.of(generated.prepared(), NEWEST).commonEvents(there);
                if (LevelRun.of(generated.prepared(), NEWEST).equals(there)) {
                    continue;
                }
                found++;
                List<VersionDifference> causes =
                        new CauseSearch(generated.prepared(), NEWEST, older).causes(index, there);
                assertThat(causes).isNotEmpty();
                assertThat(agrees(generated, causes, index, there)).isTrue();
                for (VersionDifference cause : causes) {
                    List<VersionDifference> fewer = new ArrayList<>(causes);
                    fewer.remove(cause);
                    assertThat(agrees(generated, fewer, index, there)).as("%s", cause).isFalse();
                }
            }
        }
        assertThat(found).isGreaterThan(20);
    }

    private static boolean agrees(
            Generated generated, List<VersionDifference> without, int index, LevelRun there) {
        return LevelRun.of(generated.prepared(), Compatibility.without(NEWEST, without))
                .agreesThrough(index, there);
    }

    /** The search makes runs as no CPython makes them; they too end as Python's runs do. */
    @Test
    void noMixtureOfDifferencesRaisesAnErrorOfJava() {
        int events = 0;
        Random random = new Random(20261122);
        for (long seed = 1; seed <= GENERATED; seed++) {
            Set<VersionDifference> without = EnumSet.noneOf(VersionDifference.class);
            for (VersionDifference difference : VersionDifference.values()) {
                if (random.nextBoolean()) {
                    without.add(difference);
                }
            }
            LevelRun run = LevelRun.of(
                    Generated.of(seed).prepared(), Compatibility.without(NEWEST, without));
            events += run.events().size();
            assertThat(run.events().toString()).doesNotContain("NullPointer", "ClassCast",
                    "IndexOutOfBounds", "IllegalState", "IllegalArgument", "ConcurrentMod");
        }
        assertThat(events).isGreaterThan(10 * GENERATED);
    }
}
