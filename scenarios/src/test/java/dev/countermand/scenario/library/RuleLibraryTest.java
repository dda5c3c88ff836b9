package dev.countermand.scenario.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countermand.loop.PythonVersion;
import dev.countermand.loop.schedule.FifoStrategy;
import dev.countermand.loop.schedule.RandomStrategy;
import dev.countermand.loop.schedule.Scheduler;
import dev.countermand.loop.trace.Violation;
import dev.countermand.scenario.read.ScenarioReader;
import dev.countermand.scenario.run.PreparedScenario;
import dev.countermand.scenario.run.RunOptions;
import dev.countermand.scenario.run.ScenarioRun;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** Each rule of the library holds, and would be seen not to hold. */
class RuleLibraryTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int SCHEDULES = 300;

    /** Rules about the order that CPython happens to have where asyncio leaves it open. */
    private static final List<String> OF_CPYTHONS_ORDER =
            List.of("rules/timers-together-out-of-order", "rules/timers-two-in-order");

    @ParameterizedTest
    @MethodSource("rules")
    void theRuleHoldsInEveryPythonThatHasWhatItNeeds(String rule) {
        PreparedScenario scenario = LibraryFiles.prepare(rule);
        int lowest = scenario.scenario().python().minor();
        List<PythonVersion> versions = List.of(PythonVersion.values())
                .subList(lowest - 11, PythonVersion.values().length);
        assertThat(versions).allSatisfy(version -> assertThat(
                violations(scenario, new FifoStrategy().scheduler(0), version)).isEmpty());
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theRuleHoldsInEveryOrderThatAsyncioAllows(String rule) {
        PreparedScenario scenario = LibraryFiles.prepare(rule);
        int broken = 0;
        for (int seed = 0; seed < SCHEDULES; seed++) {
            Scheduler scheduler = new RandomStrategy().scheduler(seed);
            broken += violations(scenario, scheduler, PythonVersion.PYTHON_3_14).size();
        }
        if (OF_CPYTHONS_ORDER.contains(rule)) {
            assertThat(broken).isPositive();
        } else {
            assertThat(broken).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theRuleFailsWhenItClaimsSomethingElse(String rule) throws IOException {
        JsonNode document = JSON.readTree(Files.readString(LibraryFiles.file(rule)));
        var expected = (ArrayNode) document.at("/properties/0/that/==/1");
        expected.insert(0, "something else");
        PreparedScenario other = new PreparedScenario(ScenarioReader.read(
                rule, document.toString().getBytes(StandardCharsets.UTF_8)));
        assertThat(violations(other, new FifoStrategy().scheduler(0), PythonVersion.PYTHON_3_14))
                .extracting(Violation::kind).containsExactly(Violation.Kind.PROPERTY);
    }

    private static List<Violation> violations(
            PreparedScenario scenario, Scheduler scheduler, PythonVersion version) {
        RunOptions options = RunOptions.DEFAULT.withPython(version);
        return ScenarioRun.run(scenario, scheduler, options).violations();
    }

    static List<String> rules() {
        return LibraryFiles.in(LibraryFiles.RULES).stream()
                .map(name -> LibraryFiles.RULES + "/" + name)
                .toList();
    }
}
