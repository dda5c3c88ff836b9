package dev.countermand.scenario.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ScenarioSchemaTest {

    private static final Path FILE =
            Path.of("src/main/resources/dev/countermand/scenario/scenario.schema.json");

    @Test
    void theSchemaInTheRepositoryIsTheOneThatFollowsFromTheForms() throws IOException {
        Golden.assertHolds(FILE, SchemaGenerator.generate());
    }

    @Test
    void theSchemaTravelsWithTheJar() {
        JsonNode schema = JsonMapper.builder().build().readTree(ScenarioSchema.text());
        assertThat(schema.get("$defs").propertyNames())
                .hasSizeGreaterThan(ScenarioLanguage.operationNames().size());
    }
}
