package dev.countermand.scenario.generate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class RequirementsTest {
    /** The last two were once played on 3.13 and differed there, as is documented. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            3.11 | {"op":"log"}
            3.11 | {"value":{"all_tasks":[]}}
            3.12 | {"runner":{"eager_tasks":true}}
            3.13 | {"op":"queue_shutdown"}
            3.13 | {"error":"QueueShutDown","runner":{"eager_tasks":true}}
            3.14 | {"op":"spawn","eager_start":true}
            3.14 | {"value":{"all_tasks":[]},"runner":{"eager_tasks":true}}
            3.14 | {"op":"queue_shutdown","v":{"task_name":1},"runner":{"eager_tasks":true}}
            3.14 | {"op":"queue_shutdown","v":{"current_task":1},"runner":{"eager_tasks":true}}
            """)
    void aDocumentNeedsTheHighestOfTheVersionsThatItsPartsNeed(String lowest, String document) {
        assertThat(Requirements.lowestPython(JsonMapper.builder().build().readTree(document))
                .label()).isEqualTo(lowest);
    }
}
