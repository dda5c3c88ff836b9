package dev.countermand.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countermand.report.TraceReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class ExploreCommandTest {
    private static final String NAME = "it's a sample.scenario.json";

    @TempDir
    private Path folder;

    static List<Samples.Faulty> everyKindOfViolation() {
        return Samples.faulty();
    }

    @ParameterizedTest
    @MethodSource("everyKindOfViolation")
    void thePrintedReplayCommandReproducesTheViolation(Samples.Faulty faulty) {
        Shell shell = new Shell(folder);
        shell.write(NAME, faulty.text());

        Shell.Result found = shell.run("explore", NAME);
        assertThat(found.code()).as(found.err()).isEqualTo(1);
        assertThat(found.out()).contains(faulty.kind());

        Shell.Result replayed = shell.paste(found.after("replay"));
        assertThat(replayed.code()).as(replayed.err()).isEqualTo(1);
        assertThat(replayed.out())
                .matches("(?s)same run: \\d+ events, \\d+ choices?; violation reproduced\n.*");
        assertThat(replayed.err()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("everyKindOfViolation")
    void thePrintedScheduleMakesTheSameRun(Samples.Faulty faulty) {
        Shell shell = new Shell(folder);
        shell.write(NAME, faulty.text());
        Shell.Result found = shell.run("explore", NAME);

        Shell.Result again = shell.run("run", NAME, "--schedule", found.after("schedule"),
                "--trace", "again.json");
        assertThat(again.code()).isEqualTo(1);
        assertThat(again.out()).contains(faulty.kind());
        assertThat(TraceReader.read(folder.resolve("again.json")).events())
                .isEqualTo(TraceReader.read(folder.resolve(found.after("trace"))).events());
        assertThat(shell.paste(found.after("repeat"))).isEqualTo(
                shell.run("run", NAME, "--schedule", found.after("schedule")));
    }

    @Test
    void theOptionsOfTheSearchAreInThePrintedCommands() {
        Shell shell = new Shell(folder);
        shell.write(NAME, Samples.faulty().get(5).text());
        Shell.Result found = shell.run("explore", NAME, "--step-limit", "77", "--python", "3.12",
                "--orders", "adversarial", "--out", "a folder/below");
        assertThat(found.code()).isEqualTo(1);
        assertThat(found.after("trace")).startsWith("a folder/below/");
        assertThat(found.after("repeat"))
                .endsWith("--orders adversarial --python 3.12 --step-limit 77");
        Shell.Result repeated = shell.paste(found.after("repeat"));
        assertThat(repeated.code()).isEqualTo(1);
        assertThat(repeated.out()).contains("adversarial", "3.12", "77 steps");
        assertThat(shell.paste(found.after("replay")).code()).isEqualTo(1);
    }

    @Test
    void theSameSearchPrintsAndWritesTheSame() throws IOException {
        Shell shell = new Shell(folder);
        shell.write(NAME, Samples.check());
        Shell.Result first = shell.run("explore", NAME);
        byte[] trace = Files.readAllBytes(folder.resolve(first.after("trace")));
        assertThat(shell.run("explore", NAME)).isEqualTo(first);
        assertThat(folder.resolve(first.after("trace"))).hasBinaryContent(trace);
        assertThat(shell.run("explore", NAME, "--seed", "1").after("trace"))
                .isNotEqualTo(first.after("trace"));
    }

    @Test
    void aCleanSearchEndsWithZeroAndWritesNothing() throws IOException {
        Shell shell = new Shell(folder);
        shell.write("quiet.scenario.json", Samples.QUIET);
        Shell.Result result = shell.run("explore", "quiet.scenario.json", "--runs", "20");
        assertThat(result.code()).isZero();
        assertThat(result.out()).contains("20 runs");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void aSearchWithNothingToChooseWarns() {
        Shell shell = new Shell(folder);
        shell.write("quiet.scenario.json", Samples.QUIET);
        shell.write("check.scenario.json", Samples.check());
        Shell.Result pointless = shell.run("explore", "quiet.scenario.json", "--runs", "20");
        assertThat(pointless.out() + pointless.err()).contains("nothing to choose");
        Shell.Result other = shell.run("explore", "check.scenario.json", "--runs", "1");
        assertThat(other.out() + other.err()).doesNotContain("nothing to choose");
    }

    @Test
    void jsonIsOneObjectWithWhatAMachineNeedsToGoOn() {
        Shell shell = new Shell(folder);
        shell.write(NAME, Samples.faulty().get(4).text());
        Shell.Result found = shell.run("explore", NAME, "--json");
        assertThat(found.code()).isEqualTo(1);
        assertThat(found.out().lines()).hasSize(1);
        assertThat(found.err()).isEmpty();

        JsonNode object = new ObjectMapper().readTree(found.out());
        assertThat(object.get("scenario").asString()).isEqualTo("deadlock");
        assertThat(object.get("runs").asLong()).isPositive();
        assertThat(object.get("choice_points").asLong()).isPositive();
        assertThat(object.at("/violation/kind").asString()).isEqualTo("deadlock");
        assertThat(object.at("/violation/waiting/0/task").asString()).isEqualTo("main");
        String schedule = object.get("schedule").asString();
        assertThat(shell.run("run", NAME, "--schedule", schedule).code()).isEqualTo(1);
        String trace = object.get("trace").asString();
        assertThat(shell.run("replay", trace, "--scenario", NAME).code()).isEqualTo(1);
        assertThat(shell.paste(object.get("replay").asString()).code()).isEqualTo(1);
    }

    @Test
    void jsonOfACleanSearchHasNulls() {
        Shell shell = new Shell(folder);
        shell.write(NAME, Samples.QUIET);
        Shell.Result clean = shell.run("explore", NAME, "--json", "--runs", "3", "--seed", "-9");
        assertThat(clean.code()).isZero();
        JsonNode object = new ObjectMapper().readTree(clean.out());
        assertThat(object.get("runs").asLong()).isEqualTo(3);
        assertThat(object.get("base_seed").asLong()).isEqualTo(-9);
        for (String name : List.of("violation", "schedule", "trace", "repeat", "replay")) {
            assertThat(object.get(name).isNull()).as(name).isTrue();
        }
    }

    @Test
    void aTraceThatCannotBeWrittenDoesNotHideTheFinding() throws IOException {
        Shell shell = new Shell(folder);
        shell.write(NAME, Samples.check());
        shell.write("file", "");
        Shell.Result found = shell.run("explore", NAME, "--out", "file/below");
        assertThat(found.code()).isEqualTo(1);
        assertThat(found.err().lines()).hasSize(1);
        assertThat(found.err()).contains("file/below").contains("cannot be written");
        assertThat(shell.paste(found.after("repeat")).code()).isEqualTo(1);
        assertThat(found.out()).doesNotContain("replay  ");
    }

    @Test
    void aTraceOfAnOlderScenarioIsNotOverwritten() throws IOException {
        Shell shell = new Shell(folder);
        shell.write(NAME, Samples.check());
        String older = shell.run("explore", NAME).after("trace");
        byte[] content = Files.readAllBytes(folder.resolve(older));
        shell.write(NAME, Samples.check().replace("it's wrong", "it's bad"));
        String newer = shell.run("explore", NAME).after("trace");
        assertThat(newer).isNotEqualTo(older);
        assertThat(folder.resolve(older)).hasBinaryContent(content);
        assertThat(shell.run("explore", NAME).after("trace")).isEqualTo(newer);
        assertThat(shell.run("replay", newer).code()).isEqualTo(1);
    }

    @Test
    void progressIsShownToPeopleOnlyAndLeavesTheLineClean() {
        Shell shell = new Shell(folder);
        shell.write(NAME, Samples.QUIET);
        assertThat(shell.run("explore", NAME, "--runs", "200").err()).doesNotContain("\r");
        Shell.Result watched = shell.onTerminal().run("explore", NAME, "--runs", "200");
        assertThat(watched.err()).contains("\r[####################] 200 of 200 runs")
                .endsWith("\r");
        assertThat(watched.out()).isEqualTo(shell.run("explore", NAME, "--runs", "200").out());
    }
}
