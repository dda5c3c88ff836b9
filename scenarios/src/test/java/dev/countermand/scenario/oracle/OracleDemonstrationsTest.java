package dev.countermand.scenario.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.countermand.loop.oracle.Oracle;
import dev.countermand.loop.oracle.OracleSet;
import dev.countermand.loop.schedule.FifoStrategy;
import dev.countermand.loop.trace.TraceEvent;
import dev.countermand.loop.trace.Violation;
import dev.countermand.scenario.read.ScenarioReader;
import dev.countermand.scenario.run.PreparedScenario;
import dev.countermand.scenario.run.RunOptions;
import dev.countermand.scenario.run.ScenarioRun;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/** For each oracle that a scenario can provoke: the scenario, and a twin that is in order. */
class OracleDemonstrationsTest {
    private static final Path FOLDER =
            Path.of("src/test/resources/dev/countermand/scenario/oracle");

    @ParameterizedTest
    @CsvFileSource(resources = "expected.csv", delimiter = '|', quoteCharacter = '\u0060')
    void theOracleNamesTheObjectTheTaskAndTheStep(String name, long step, String message) {
        Oracle oracle = Oracle.named(name).orElseThrow();
        List<Violation> seen = run(name, OracleSet.NONE.with(oracle));
        assertThat(seen).extracting(Violation::kind, Violation::message, Violation::step)
                .containsExactly(tuple(
                        oracle.kind(), message, step));
        assertThat(run(name, OracleSet.ALL.without(oracle)))
                .extracting(Violation::kind).doesNotContain(oracle.kind());
        assertThat(run(name + "-fixed", OracleSet.ALL)).isEmpty();
    }

    /** What is compared with CPython must not depend on what is watched. */
    @ParameterizedTest
    @CsvSource({"cancel-count", "permit-held", "error-lost", "error-unretrieved", "after-close"})
    void noOracleAddsAnEvent(String name) {
        assertThat(events(name, OracleSet.ALL)).isEqualTo(events(name, OracleSet.NONE));
    }

    private static List<Violation> run(String name, OracleSet oracles) {
        return ScenarioRun.run(prepare(name), new FifoStrategy().scheduler(0),
                RunOptions.DEFAULT.withOracles(oracles)).violations();
    }

    private static List<TraceEvent> events(String name, OracleSet oracles) {
        List<TraceEvent> events = new ArrayList<>();
        ScenarioRun.run(prepare(name), new FifoStrategy().scheduler(0),
                RunOptions.DEFAULT.withOracles(oracles), events::add);
        return events;
    }

    private static PreparedScenario prepare(String name) {
        return new PreparedScenario(
                ScenarioReader.read(FOLDER.resolve(name + ".scenario.json")));
    }
}
