package dev.countermand.scenario.generate;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.RandomDistribution;
import tools.jackson.databind.JsonNode;

/** Scenario documents for properties; they shrink to fewer and simpler decisions. */
final class ScenarioArbitrary {
    private static final int DECISIONS = 2000;

    private ScenarioArbitrary() {}

    static Arbitrary<JsonNode> documents() {
        return Arbitraries.integers().between(0, Decisions.RANGE - 1)
                .withDistribution(RandomDistribution.uniform())
                .withoutEdgeCases()
                .list()
                .ofMaxSize(DECISIONS)
                .map(numbers ->
                        ScenarioGenerator.generate("generated", Decisions.listed(numbers)));
    }
}
