package dev.countermand.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countermand.page.TracePage;
import dev.countermand.report.TraceFile;
import dev.countermand.report.TraceReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportCommandTest {
    @TempDir
    private Path folder;

    private Shell shell;
    private String trace = "";

    @BeforeEach
    void findSomething() {
        shell = new Shell(folder);
        trace = shell.run("explore", "lock-wakeup-lost").after("trace");
    }

    @Test
    void theTraceOfAFindingHoldsWhyItFails() {
        TraceFile file = TraceReader.readFile(folder.resolve(trace));
        assertThat(file.shrinkage()).isNotNull();
        assertThat(file.explanation()).isNotNull();
        assertThat(file.explanation().departures()).hasSize(2);
        assertThat(file.explanation().nearest()).isNotNull();
        assertThat(file.explanation().nearest().run().verdict().violations()).isEmpty();
    }

    @Test
    void aTraceIsWrittenAsAPage() throws IOException {
        Shell.Result result = shell.run("report", trace, "--html", "pages/found.html");
        assertThat(result.code()).as(result.err()).isZero();
        assertThat(result.out()).isEmpty();
        assertThat(Files.readString(folder.resolve("pages/found.html")))
                .isEqualTo(TracePage.html(TraceReader.readFile(folder.resolve(trace))))
                .contains("no cancel");
    }

    @Test
    void aPageAndOtherFormsAreWrittenAtOnceAndStandardOutputTakesOne() throws IOException {
        Shell.Result result =
                shell.run("report", trace, "--html", "-", "--dot", "chain.dot");
        assertThat(result.code()).as(result.err()).isZero();
        assertThat(result.out()).startsWith("<!doctype html>").endsWith("</html>\n");
        assertThat(Files.readString(folder.resolve("chain.dot"))).startsWith("digraph");
    }

    @Test
    void twoFormsInOneFileAreRefused() {
        Shell.Result result = shell.run("report", trace, "--html", "x", "--dot", "x");
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains(
                "expected a place of its own for each report, but x is given twice");
    }

    @Test
    void aReportOfNothingIsRefused() {
        Shell.Result result = shell.run("report", trace);
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("expected at least one of --html, --perfetto");
    }
}
