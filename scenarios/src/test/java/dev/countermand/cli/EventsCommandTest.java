package dev.countermand.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventsCommandTest {
    private static final String QUIET_EVENTS = """
            {"at": 0.0, "in": null, "event": "enter", "outcome": "returned", "value": null}
            {"at": 0.0, "in": "main", "event": "start"}
            {"at": 0.0, "in": "main", "event": "log", "text": "hello"}
            {"at": 0.5, "in": "main", "event": "end", "outcome": "returned", "value": null}
            {"at": 0.5, "in": null, "event": "run", "outcome": "returned", "value": null}
            {"at": 0.5, "in": null, "event": "exit", "outcome": "returned", "value": null}
            """;

    private static final String BARRIER_OF_NONE = Samples.document("versions", """
            "objects": {"b": {"type": "barrier", "parties": 0}},
            """, """
            {"op": "barrier_wait", "on": "b"}""");

    @TempDir
    private Path folder;

    @Test
    void eventsAreTheLinesThatTheFormatSays() {
        Shell shell = new Shell(folder);
        shell.write("quiet.scenario.json", Samples.QUIET);
        assertThat(shell.run("events", "quiet.scenario.json"))
                .isEqualTo(new Shell.Result(0, QUIET_EVENTS, ""));
    }

    @Test
    void severalFilesFollowEachOtherAndABadOneHidesNoOther() {
        Shell shell = new Shell(folder);
        shell.write("quiet.scenario.json", Samples.QUIET);
        Shell.Result result = shell.run(
                "events", "quiet.scenario.json", "missing.json", "quiet.scenario.json");
        assertThat(result.out()).isEqualTo(QUIET_EVENTS + QUIET_EVENTS);
        assertThat(result.err().lines()).hasSize(1);
        assertThat(result.code()).isEqualTo(2);
    }

    @Test
    void aBatchNamesEachFileAndGoesOnAfterABadOne() {
        Shell shell = new Shell(folder);
        shell.write("a folder/quiet.scenario.json", Samples.QUIET);
        shell.write("broken.json", "{\"format\": ");
        String quiet = "{\"scenario\": \"quiet.scenario.json\"}\n" + QUIET_EVENTS;
        Shell.Result result = shell.fed("""
                a folder/quiet.scenario.json
                broken.json

                gone.json
                a folder
                a folder/quiet.scenario.json""", "events", "--batch");

        assertThat(result.code()).isZero();
        assertThat(result.err()).isEmpty();
        assertThat(result.out()).startsWith(quiet).endsWith(quiet);
        List<String> middle = result.out()
                .substring(quiet.length(), result.out().length() - quiet.length())
                .lines().toList();
        assertThat(middle).hasSize(6);
        assertThat(middle.get(0)).isEqualTo("{\"scenario\": \"broken.json\"}");
        assertThat(middle.get(1)).startsWith("{\"error\": \"broken.json: line 1, column ");
        assertThat(middle.get(2)).isEqualTo("{\"scenario\": \"gone.json\"}");
        assertThat(middle.get(3)).startsWith("{\"error\": \"gone.json: expected a file");
        assertThat(middle.get(4)).isEqualTo("{\"scenario\": \"a folder\"}");
        assertThat(middle.get(5)).startsWith("{\"error\": \"a folder: expected a file");
    }

    @Test
    void anEmptyBatchIsAnEmptyAnswer() {
        assertThat(new Shell(folder).fed("\n", "events", "--batch"))
                .isEqualTo(new Shell.Result(0, "", ""));
    }

    @Test
    void theCompatibilityLevelChangesWhatTheVersionsDoDifferently() {
        Shell shell = new Shell(folder);
        shell.write("v.json", BARRIER_OF_NONE);
        assertThat(shell.run("events", "v.json").out()).contains("parties must be >= 1");
        assertThat(shell.run("events", "v.json", "--python", "3.14").out())
                .contains("parties must be >= 1");
        assertThat(shell.run("events", "v.json", "--python", "3.13").out())
                .contains("parties must be > 0");
    }

    @Test
    void aScenarioThatNeedsANewerPythonIsAnErrorThatSaysSo() {
        Shell shell = new Shell(folder);
        shell.write("new.json", Samples.document("new", "\"python\": \"3.13\",", ""));
        assertThat(shell.run("events", "new.json", "--python", "3.13").code()).isZero();
        Shell.Result refused = shell.run("events", "new.json", "--python", "3.12");
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).contains("/python").contains("3.13").contains("3.12");
        assertThat(shell.fed("new.json\n", "events", "--batch", "--python", "3.12").out())
                .contains("{\"error\": \"new.json: /python: ");
    }
}
