package dev.countermand.scenario.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countermand.loop.PythonVersion;
import dev.countermand.loop.schedule.FifoStrategy;
import dev.countermand.loop.schedule.RandomStrategy;
import dev.countermand.loop.schedule.Strategy;
import dev.countermand.loop.trace.TraceEvent;
import dev.countermand.scenario.read.ScenarioReader;
import dev.countermand.scenario.run.PreparedScenario;
import dev.countermand.scenario.run.RunOptions;
import dev.countermand.scenario.run.ScenarioRun;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ScenarioGeneratorTest {
    @Provide
    Arbitrary<JsonNode> documents() {
        return ScenarioArbitrary.documents();
    }

    @Property(tries = 300, seed = "20261122")
    void everyGeneratedDocumentIsAScenario(@ForAll("documents") JsonNode document) {
        assertThat(prepare(document).scenario().name()).isEqualTo("generated");
    }

    @Property(tries = 200, seed = "20261122")
    void theSameDecisionsMakeTheSameDocument(@ForAll long seed) {
        assertThat(ScenarioGenerator.generate("same", Decisions.seeded(seed)))
                .hasToString(
                        ScenarioGenerator.generate("same", Decisions.seeded(seed)).toString());
    }

    @Property(tries = 200, seed = "20261122")
    void zerosAtTheEndOfTheDecisionsChangeNothing(
            @ForAll List<@IntRange(max = Decisions.RANGE - 1) Integer> numbers,
            @ForAll @IntRange(max = 50) int zeros) {
        List<Integer> longer = new ArrayList<>(numbers);
        longer.addAll(Collections.nCopies(zeros, 0));
        assertThat(ScenarioGenerator.generate("same", Decisions.listed(longer)))
                .hasToString(
                        ScenarioGenerator.generate("same", Decisions.listed(numbers)).toString());
    }

    @Test
    void noDecisionsMakeAProgramThatOnlyLogs() {
        JsonNode smallest = ScenarioGenerator.generate("none", Decisions.listed(List.of()));
        for (JsonNode operation : smallest.get("coroutines").get("main")) {
            assertThat(operation.get("op").stringValue()).isEqualTo("log");
        }
        assertThat(smallest.has("host")).isFalse();
    }

    @Property(tries = 300, seed = "20261122")
    void everyGeneratedProgramEndsOnEveryVersion(@ForAll("documents") JsonNode document) {
        for (PythonVersion version : ScenarioGenerator.versions(document)) {
            assertThat(events(document, new FifoStrategy(), version)).isNotNull();
        }
    }

    @Property(tries = 200, seed = "20261122")
    void aSeedGivesTheSameEventsEachTime(
            @ForAll("documents") JsonNode document, @ForAll long seed) {
        assertThat(randomEvents(document, seed)).isEqualTo(randomEvents(document, seed));
    }

    private static List<TraceEvent> randomEvents(JsonNode document, long seed) {
        List<TraceEvent> events = new ArrayList<>();
        ScenarioRun.trace(
                prepare(document),
                new RandomStrategy().scheduler(seed),
                RunOptions.DEFAULT,
                events::add);
        return events;
    }

    private static List<TraceEvent> events(
            JsonNode document, Strategy strategy, PythonVersion version) {
        List<TraceEvent> events = new ArrayList<>();
        ScenarioRun.run(
                prepare(document),
                strategy.scheduler(0),
                RunOptions.DEFAULT.withPython(version),
                events::add);
        return events;
    }

    private static PreparedScenario prepare(JsonNode document) {
        byte[] text = document.toString().getBytes(StandardCharsets.UTF_8);
        return new PreparedScenario(ScenarioReader.read("generated.scenario.json", text));
    }
}
