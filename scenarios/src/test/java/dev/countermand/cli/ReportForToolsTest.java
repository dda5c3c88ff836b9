package dev.countermand.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class ReportForToolsTest {
    private static final String FILE = "sample.scenario.json";
    private static final String WAITS_FOREVER = """
            {"format": "countermand-scenario/1", "name": "waits",
             "coroutines": {
               "main": [
                 {"op": "new_future", "as": "never"},
                 {"op": "await", "on": "never"}]}}
            """;

    @TempDir
    private Path folder;

    private Shell shell;
    private String trace;

    @BeforeEach
    void recordADeadlock() {
        shell = new Shell(folder);
        shell.write(FILE, WAITS_FOREVER);
        trace = shell.run("explore", FILE).after("trace");
    }

    @Test
    void codeScanningIsLedToTheLineOfTheScenario() {
        JsonNode location = location(shell.run("report", trace, "--sarif", "-"));
        assertThat(location.at("/physicalLocation/artifactLocation/uri").stringValue())
                .isEqualTo(FILE);
        assertThat(location.at("/physicalLocation/region/startLine").intValue()).isEqualTo(5);
        assertThat(location.at("/logicalLocations/0/fullyQualifiedName").stringValue())
                .isEqualTo("/coroutines/main/1");
    }

    @Test
    void aScenarioThatHasChangedGivesItsFileWithoutALine() {
        shell.write(FILE, "\n" + WAITS_FOREVER);
        JsonNode location = location(shell.run("report", trace, "--sarif", "-"));
        assertThat(location.at("/physicalLocation/artifactLocation/uri").stringValue())
                .isEqualTo(FILE);
        assertThat(location.at("/physicalLocation/region").isMissingNode()).isTrue();
    }

    @Test
    void aTraceWithoutItsScenarioStillHasAReport() throws IOException {
        Files.delete(folder.resolve(FILE));
        Shell.Result report = shell.run("report", trace, "--sarif", "-");
        assertThat(report.err()).isEmpty();
        assertThat(location(report).at("/physicalLocation/artifactLocation/uri").stringValue())
                .isEqualTo(FILE);
    }

    @Test
    void aSourceLineIsLedToItsFileIfOnlyOneHasTheName() throws IOException {
        String text = Files.readString(folder.resolve(trace))
                .replace("/coroutines/main/1", "LeaseTest.java:57");
        shell.write("java.trace.json", text);
        Files.delete(folder.resolve(FILE));
        shell.write("app/src/test/java/lease/LeaseTest.java", "");
        shell.write("app/target/LeaseTest.java", "");
        assertThat(uriOfJavaTrace()).isEqualTo("app/src/test/java/lease/LeaseTest.java");
        shell.write("other/src/test/java/lease/LeaseTest.java", "");
        assertThat(uriOfJavaTrace()).isEqualTo("LeaseTest.java");
    }

    private String uriOfJavaTrace() {
        JsonNode location = location(shell.run("report", "java.trace.json", "--sarif", "-"));
        assertThat(location.at("/physicalLocation/region/startLine").intValue()).isEqualTo(57);
        return location.at("/physicalLocation/artifactLocation/uri").stringValue();
    }

    @Test
    void theXmlNamesSeedScheduleAndTrace() {
        assertThat(shell.run("report", trace, "--junit", "-").out()).contains(
                "<property name=\"countermand.seed\" value=\"",
                "<property name=\"countermand.schedule\" value=\"fifo\"/>",
                "<property name=\"countermand.trace\" value=\"" + trace + "\"/>");
    }

    /** The module of the reports cannot ask the explorer's {@code Schedule} for its text. */
    @Test
    void everyReportHasTheScheduleThatExplorePrints() {
        Shell.Result found = shell.run("explore", "lock-wakeup-lost");
        String schedule = found.after("schedule");
        assertThat(schedule).contains(",");
        for (String form : List.of("--junit", "--sarif", "--summary")) {
            assertThat(shell.run("report", found.after("trace"), form, "-").out())
                    .as(form).contains(schedule);
        }
    }

    @Test
    void aFindingIsAddedToTheSummaryOfAJob() throws IOException {
        shell.write("summary.md", "# Before\n");
        Shell job = shell.with("GITHUB_STEP_SUMMARY", folder.resolve("summary.md").toString());
        assertThat(job.run("explore", FILE).code()).isEqualTo(1);
        assertThat(job.run("exhaust", FILE).code()).isEqualTo(1);
        assertThat(job.run("check", "countermand-traces").code()).isEqualTo(1);
        assertThat(Files.readString(folder.resolve("summary.md")))
                .startsWith("# Before\n\n### waits\n")
                .containsPattern("(?s)### waits.*### waits.*### waits");
    }

    @Test
    void aSummaryThatIsFullOrCannotBeWrittenChangesNothingElse() throws IOException {
        shell.write("full.md", "x".repeat(1 << 20));
        Shell full = shell.with("GITHUB_STEP_SUMMARY", "full.md");
        Shell.Result found = full.run("explore", FILE);
        assertThat(found.code()).isEqualTo(1);
        assertThat(Files.size(folder.resolve("full.md"))).isEqualTo(1 << 20);
        Shell.Result lost = shell.with("GITHUB_STEP_SUMMARY", "no/such/folder.md")
                .run("explore", FILE);
        assertThat(lost.code()).isEqualTo(1);
        assertThat(lost.err().lines().toList()).isEqualTo(List.of(lost.err().strip()));
        assertThat(lost.err()).contains("warning", "GITHUB_STEP_SUMMARY");
    }

    private static JsonNode location(Shell.Result report) {
        assertThat(report.code()).as(report.err()).isZero();
        return new ObjectMapper().readTree(report.out())
                .at("/runs/0/results/0/locations/0");
    }
}
