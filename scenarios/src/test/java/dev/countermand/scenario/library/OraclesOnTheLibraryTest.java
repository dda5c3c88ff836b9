package dev.countermand.scenario.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countermand.loop.oracle.Oracle;
import dev.countermand.loop.oracle.OracleSet;
import dev.countermand.loop.schedule.RandomStrategy;
import dev.countermand.loop.trace.Violation;
import dev.countermand.scenario.generate.Decisions;
import dev.countermand.scenario.generate.ScenarioGenerator;
import dev.countermand.scenario.read.ScenarioReader;
import dev.countermand.scenario.run.PreparedScenario;
import dev.countermand.scenario.run.RunOptions;
import dev.countermand.scenario.run.ScenarioRun;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the oracles have to say without the scenarios' own checks: no false alarm, some finds. */
class OraclesOnTheLibraryTest {
    private static final Path PAGE = Path.of("../docs/oracles.md");
    private static final String BEGIN = "<!-- table begins -->\n";
    private static final String END = "<!-- table ends -->\n";
    private static final int RUNS = 2_000;

    /** What decides the verdict of a run besides oracles. */
    private static final Set<Violation.Kind> OF_THE_SCENARIO = EnumSet.of(
            Violation.Kind.CHECK, Violation.Kind.PROPERTY, Violation.Kind.EXPECT);

    /** The oracles that a program asks for, or that end its run. */
    private static final OracleSet WITHOUT_VERDICTS = OracleSet.DEFAULT
            .without(Oracle.DEADLOCK).without(Oracle.LIVELOCK).without(Oracle.MUST_HONOUR);

    static List<String> correct() {
        return Stream.concat(
                Bug.ALL.stream().map(Bug::repaired), RuleLibraryTest.rules().stream()).toList();
    }

    @ParameterizedTest
    @MethodSource("correct")
    void noOracleThatIsOnByDefaultFaultsACorrectScenario(String name) {
        PreparedScenario scenario = LibraryFiles.prepare(name);
        for (int seed = 0; seed < RUNS; seed++) {
            assertThat(seen(scenario, seed, OracleSet.DEFAULT)).as("seed %d", seed).isEmpty();
        }
    }

    /** Such programs deadlock and fail their checks; they do not lose what asyncio keeps. */
    @Property(tries = 1_000, seed = "20261122")
    void noOracleThatIsOnByDefaultFaultsAnyProgram(@ForAll long program, @ForAll long seed) {
        byte[] text = ScenarioGenerator.generate("generated", Decisions.seeded(program))
                .toString().getBytes(StandardCharsets.UTF_8);
        PreparedScenario scenario =
                new PreparedScenario(ScenarioReader.read("generated.scenario.json", text));
        assertThat(seen(scenario, seed, WITHOUT_VERDICTS)).isEmpty();
    }

    @Test
    void thePageSaysWhichBugsTheOraclesFindAlone() throws IOException {
        StringBuilder table = new StringBuilder(BEGIN).append("""

                | bug | on by default | must be asked for | the repair, all on |
                | --- | --- | --- | --- |
                """);
        for (Bug bug : Bug.ALL) {
            PreparedScenario broken = LibraryFiles.prepare(bug.broken());
            PreparedScenario repaired = LibraryFiles.prepare(bug.repaired());
            table.append("| `").append(bug).append("` | ")
                    .append(found(broken, true)).append(" | ")
                    .append(found(broken, false)).append(" | ")
                    .append(found(repaired, false)).append(" |\n");
        }
        String page = Files.readString(PAGE);
        String whole = page.substring(0, page.indexOf(BEGIN)) + table + "\n"
                + page.substring(page.indexOf(END));
        if ("update".equals(System.getProperty("countermand.golden"))) {
            Files.writeString(PAGE, whole);
        }
        assertThat(Files.readString(PAGE)).isEqualTo(whole);
    }

    /** In how many of the runs each oracle that is (not) on by default saw something. */
    private static String found(PreparedScenario scenario, boolean onByDefault) {
        int[] counts = new int[Oracle.values().length];
        for (int seed = 0; seed < RUNS; seed++) {
            Set<Violation.Kind> seen = seen(scenario, seed, OracleSet.ALL);
            for (Oracle oracle : Oracle.values()) {
                counts[oracle.ordinal()] += seen.contains(oracle.kind()) ? 1 : 0;
            }
        }
        List<String> words = new ArrayList<>();
        for (Oracle oracle : Oracle.values()) {
            int count = counts[oracle.ordinal()];
            if (count > 0 && oracle.isOnByDefault() == onByDefault) {
                words.add("`" + oracle.label() + "` " + Math.round(1000.0 * count / RUNS) / 10.0
                        + " %");
            }
        }
        return words.isEmpty() ? "-" : String.join(", ", words);
    }

    private static Set<Violation.Kind> seen(
            PreparedScenario scenario, long seed, OracleSet oracles) {
        Set<Violation.Kind> kinds = EnumSet.noneOf(Violation.Kind.class);
        ScenarioRun.run(scenario, new RandomStrategy().scheduler(seed),
                        RunOptions.DEFAULT.withOracles(oracles))
                .violations().forEach(violation -> kinds.add(violation.kind()));
        kinds.removeAll(OF_THE_SCENARIO);
        return kinds;
    }
}
