package dev.countermand.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** What {@code --html} of explore and bench writes. */
class ExplorationPageTest {
    private static final Path SAMPLES =
            Path.of("../trace-page/src/test/resources/dev/countermand/page/exploration");

    @TempDir
    private Path folder;

    private Shell shell;

    @BeforeEach
    void open() {
        shell = new Shell(folder);
    }

    /** The data of a page: one line of it. */
    private JsonNode data(String page) throws IOException {
        String text = Files.readString(folder.resolve(page));
        int begin = text.indexOf("{\"kind\"");
        return new ObjectMapper().readTree(text.substring(begin, text.indexOf('\n', begin))
                .replaceFirst("</script>$", ""));
    }

    @Test
    void aFindingsPageSaysHowOftenItFailsWhichChoiceItIsAndWhereItsOwnPageIs() throws IOException {
        Shell.Result result = shell.run("explore", "lock-wakeup-lost", "--html", "out/search.html");
        assertThat(result.code()).as(result.err()).isEqualTo(1);
        assertThat(result.after("page")).isEqualTo("out/search.html");
        JsonNode data = data("out/search.html");
        assertThat(data.get("surveyed_runs").asLong()).isEqualTo(10_000);
        long failed = data.at("/findability/failed").asLong();
        assertThat(data.at("/violations/0/failed").asLong()).isEqualTo(failed);
        assertThat(data.at("/violations/0/first").asLong()).isEqualTo(data.get("runs").asLong());
        assertThat(data.at("/findability/rate").asDouble()).isCloseTo(failed / 1e4, within(1e-12));
        assertThat(data.at("/findability/green_runs_sure").asLong())
                .isGreaterThanOrEqualTo(data.at("/findability/green_runs").asLong());
        JsonNode culprit = data.at("/suffixes/points/" + data.at("/suffixes/culprit").asInt());
        assertThat(culprit.get("place").asString())
                .isEqualTo("after step 7, before the step of first");
        assertThat(culprit.get("words").asString()).startsWith("cancel first, suspended at");
        assertThat(culprit.get("departs").asBoolean()).isTrue();
        Path own = folder.resolve("out").resolve(data.get("page").asString());
        assertThat(Files.readString(own)).startsWith("<!doctype html>");
    }

    @Test
    void aCleanSearchsPageIsAboutItsOwnRuns() throws IOException {
        shell.write("quiet.json", Samples.QUIET);
        Shell.Result result = shell.run("explore", "quiet.json", "--runs", "300", "--html", "q");
        assertThat(result.code()).as(result.err()).isZero();
        JsonNode data = data("q");
        assertThat(data.get("surveyed_runs").asLong()).isEqualTo(data.get("runs").asLong());
        assertThat(data.get("violation").isNull()).isTrue();
        assertThat(data.get("suffixes").isNull()).isTrue();
        assertThat(data.get("findability").isNull()).isTrue();
        assertThat(data.get("excluded_rate").asDouble()).isBetween(0.0, 1.0);
    }

    @Test
    void thePageIsTheSameForAnyNumberOfWorkers() throws IOException {
        shell.run("explore", "lock-wakeup-lost", "--html", "1", "--workers", "1");
        shell.run("explore", "lock-wakeup-lost", "--html", "4", "--workers", "4");
        assertThat(Files.readString(folder.resolve("4")))
                .isEqualTo(Files.readString(folder.resolve("1")));
    }

    @Test
    void whereThePageCannotBeWrittenTheFindingIsPrintedAllTheSame() {
        shell.write("file", "");
        Shell.Result result = shell.run("explore", "lock-wakeup-lost", "--html", "file/page.html");
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.out()).contains("schedule   0:1,6:1").doesNotContain("  page ");
        assertThat(result.err()).contains("file/page.html: cannot be written");
        assertThat(result.err().lines()).hasSize(1);
    }

    @Test
    void thePageOfTheTraceIsNotOverwritten() throws IOException {
        String trace = shell.run("explore", "lock-wakeup-lost", "--html", "a.html").after("trace");
        String own = trace.replaceFirst("json$", "html");
        String before = Files.readString(folder.resolve(own));
        Shell.Result result = shell.run("explore", "lock-wakeup-lost", "--html", own);
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err()).contains("expected another file than " + own);
        assertThat(Files.readString(folder.resolve(own))).isEqualTo(before);
    }

    @Test
    void aBenchsPageHasWhatItsJsonHas() throws IOException {
        Shell.Result result = shell.run("bench", "--only", "lock-wakeup-lost", "--strategy",
                "random", "--seeds", "3", "--runs", "50", "--repaired-runs", "10",
                "--json", "--html", "b.html");
        assertThat(result.code()).as(result.err()).isZero();
        assertThat(data("b.html")).isEqualTo(new ObjectMapper().readTree(result.out()));
        JsonNode random = data("b.html").at("/programs/0/strategies/random");
        long runs = 0;
        for (JsonNode search : random.get("runs")) {
            runs += search.asLong();
        }
        assertThat(random.get("rate").asDouble())
                .isCloseTo(random.get("found").asDouble() / runs, within(1e-12));
    }

    @Test
    void standardOutputAndFoldersAreRefusedBeforeAnythingRuns() {
        Shell.Result output = shell.run("explore", "lock-wakeup-lost", "--html", "-");
        assertThat(output.code()).isEqualTo(2);
        assertThat(output.err()).contains("--html: expected a file, but found -");
        shell.write("folder/file", "");
        Shell.Result inFolder = shell.run("bench", "--html", "folder");
        assertThat(inFolder.code()).isEqualTo(2);
        assertThat(inFolder.err()).contains("--html: expected a file, but folder is a folder");
    }

    /** The page is tested in the browser on these samples: they must be what is written here. */
    @Test
    void theSamplesOfThePageHaveTheMembersThatAreWritten() throws IOException {
        shell.run("explore", "lock-wakeup-lost", "--html", "found");
        shell.run("explore", "lock-wakeup-lost-fixed", "--runs", "100", "--html", "clean");
        shell.run("bench", "--only", "lock-wakeup-lost", "--seeds", "2", "--runs", "9",
                "--repaired-runs", "1", "--html", "bench");
        for (String name : new String[] {"found", "clean", "bench"}) {
            JsonNode sample = new ObjectMapper().readTree(SAMPLES.resolve(name + ".json"));
            assertThat(members(data(name))).as(name).isEqualTo(members(sample));
        }
    }

    /** The names of all members, with where they are; of a list those of its first item. */
    private static Set<String> members(JsonNode node) {
        Set<String> all = new TreeSet<>();
        if (node.isObject()) {
            node.properties().forEach(member -> {
                all.add(member.getKey());
                members(member.getValue()).forEach(below ->
                        all.add(member.getKey() + "/" + below));
            });
        } else if (node.isArray() && !node.isEmpty()) {
            members(node.get(0)).forEach(below -> all.add("0/" + below));
        }
        return all;
    }
}
