package dev.countermand.scenario.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countermand.loop.PythonVersion;
import dev.countermand.scenario.model.ErrorName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The scenarios that the comparison with CPython uses reach every part of the language. */
class CoverageTest {
    private static final int SCENARIOS = 3000;
    private static final Path TABLE = Path.of("target/conformance/coverage.txt");
    private static final Path EVERY_FORM = Path.of(
            "src/test/resources/dev/countermand/scenario/read/valid/every-form.scenario.json");
    private static final JsonNode NOTHING = JsonMapper.builder().build().createObjectNode();

    /** Keys that stand first in objects which are neither operations, objects nor expressions. */
    private static final Set<String> NO_EXPRESSIONS = Set.of(
            "format", "name", "params", "error", "debug", "eager_tasks", "f", "gen");

    private static final Coverage REACHED = new Coverage(NOTHING);

    @BeforeAll
    static void generate() throws IOException {
        for (long seed = 1; seed <= SCENARIOS; seed++) {
            JsonNode document =
                    ScenarioGenerator.generate("generated " + seed, Decisions.seeded(seed));
            REACHED.add(document, PythonVersion.PYTHON_3_14);
            REACHED.countVersions(ScenarioGenerator.versions(document));
        }
        REACHED.countExclusions(Exclusions.documented());
        Files.createDirectories(TABLE.getParent());
        Files.writeString(TABLE, REACHED.toString());
        System.out.println(REACHED);
    }

    @Test
    void everyFormOfTheLanguageIsGenerated() throws IOException {
        Coverage language = new Coverage(NOTHING);
        language.countForms(
                JsonMapper.builder().build().readTree(Files.readString(EVERY_FORM)));
        for (String group : List.of("operation", "object", "first key")) {
            List<String> forms = new ArrayList<>(language.group(group).keySet());
            if (group.equals("first key")) {
                forms.removeAll(NO_EXPRESSIONS);
            }
            assertThat(REACHED.group(group)).as(group).containsKeys(forms.toArray(new String[0]));
        }
    }

    @Test
    void everyErrorOfTheLanguageIsRaised() {
        for (ErrorName error : ErrorName.values()) {
            assertThat(REACHED.group("error")).containsKey(error.pythonName());
        }
        assertThat(REACHED.group("error")).containsKeys(
                "Deadlock", "Livelock", "UnboundLocalError", "TypeError", "AttributeError",
                "IndexError", "LookupError");
    }

    @Test
    void everyOutcomeOccurs() {
        assertThat(REACHED.group("outcome")).containsKeys(
                "end returned", "end raised", "end cancelled",
                "run returned", "run raised", "run cancelled",
                "asyncio_run returned", "asyncio_run raised", "asyncio_run cancelled",
                "enter returned", "enter raised", "exit returned", "exit raised",
                "close returned", "close raised", "get_loop returned", "get_loop raised");
        assertThat(REACHED.group("event")).containsKeys("handler", "violation", "log", "start");
    }

    /** Not among them: reset and abort of a barrier, whose lock nobody holds while others run. */
    @Test
    void everythingThatWaitsIsCancelledWhileItWaits() {
        assertThat(REACHED.group("cancelled while waiting")).containsKeys(
                "sleep", "await a name", "await gather", "await shield",
                "await wait_for", "await sleep", "wait", "as_completed", "task_group", "acquire",
                "with", "event_wait", "cond_wait", "cond_wait_for", "barrier_wait", "put", "get",
                "join", "run_in_executor");
    }

    @Test
    void whateverIsAwaitedIsCancelledThereToo() {
        assertThat(REACHED.group("cancelled while waiting"))
                .containsOnlyKeys(REACHED.group("awaited").keySet());
    }

    @Test
    void mostScenariosArePlayedOnEveryVersion() {
        for (PythonVersion version : PythonVersion.values()) {
            assertThat(REACHED.group("played on").get(version.label()))
                    .isGreaterThan(SCENARIOS / 2);
        }
        assertThat(REACHED.group("played on")).containsEntry("3.14", SCENARIOS);
    }

    @Test
    void whatIsNotComparedIsCounted() throws IOException {
        assertThat(REACHED.group("documented exclusions").get("in all"))
                .isEqualTo(Exclusions.documented().size()).isPositive();
    }
}
