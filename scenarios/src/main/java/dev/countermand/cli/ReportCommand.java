package dev.countermand.cli;

import dev.countermand.cli.source.ScenarioFinder;
import dev.countermand.cli.source.ScenarioSource;
import dev.countermand.cli.source.SourceFiles;
import dev.countermand.cli.terminal.ExitCode;
import dev.countermand.cli.terminal.Surroundings;
import dev.countermand.cli.terminal.UserError;
import dev.countermand.page.TracePage;
import dev.countermand.report.ReportFile;
import dev.countermand.report.TraceDocument;
import dev.countermand.report.TraceFile;
import dev.countermand.report.TraceReader;
import dev.countermand.report.export.CancelGraph;
import dev.countermand.report.export.JunitXml;
import dev.countermand.report.export.PerfettoTrace;
import dev.countermand.report.export.Sarif;
import dev.countermand.report.export.StepSummary;
import dev.countermand.report.json.JsonLines;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a trace as a page for the browser, and in the forms that other tools show. */
@Command(
        name = "report",
        description = "Writes a trace as a page for the browser, and in the forms that other tools"
                + " show. OUT is a file, or - for standard output.")
final class ReportCommand implements Callable<Integer> {
    private static final String STANDARD_OUTPUT = "-";

    private final Surroundings surroundings;

    @Parameters(paramLabel = "TRACE", description = "The trace's file.")
    private String trace = "";

    @Option(names = "--html", paramLabel = "OUT",
            description = "One page that shows the run, and why it fails, in any browser.")
    private @Nullable String html;

    @Option(names = "--perfetto", paramLabel = "OUT",
            description = "A timeline for Perfetto and Chrome's tracing page.")
    private @Nullable String perfetto;

    @Option(names = "--sarif", paramLabel = "OUT",
            description = "The violations for code scanning: SARIF 2.1.0.")
    private @Nullable String sarif;

    @Option(names = "--summary", paramLabel = "OUT",
            description = "Markdown for the summary of a CI job.")
    private @Nullable String summary;

    @Option(names = "--junit", paramLabel = "OUT",
            description = "A test suite in JUnit's XML, with seed and schedule as properties.")
    private @Nullable String junit;

    @Option(names = "--dot", paramLabel = "OUT",
            description = "Who cancelled whom, as a graph for Graphviz.")
    private @Nullable String dot;

    @Option(names = "--mermaid", paramLabel = "OUT",
            description = "Who cancelled whom, as a graph for Mermaid.")
    private @Nullable String mermaid;

    ReportCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Map<String, Function<TraceFile, String>> wanted = new LinkedHashMap<>();
        if (html != null) {
            wanted.put(html, TracePage::html);
        }
        add(wanted, perfetto, PerfettoTrace::of);
        add(wanted, sarif, run -> Sarif.of(run, source(run)));
        add(wanted, summary, StepSummary::of);
        add(wanted, junit, run -> JunitXml.of(run, trace));
        add(wanted, dot, CancelGraph::dot);
        add(wanted, mermaid, CancelGraph::mermaid);
        if (wanted.isEmpty()) {
            throw new UserError("expected at least one of --html, --perfetto, --sarif, --summary,"
                    + " --junit, --dot, --mermaid");
        }
        TraceFile file = TraceReader.readFile(surroundings.path(trace));
        wanted.forEach((out, form) -> write(out, form.apply(file)));
        return ExitCode.CLEAN.number();
    }

    /** The scenario of the trace with its lines, if it is at hand as it was. */
    private Sarif.Source source(TraceDocument run) {
        try {
            ScenarioSource scenario = new ScenarioFinder(surroundings)
                    .findRecorded(trace, surroundings.path(trace), run.subject(), null);
            // Lines of another version of it would be wrong ones.
            if (scenario.sha256().equals(run.subject().sha256())) {
                return new Sarif.Source(
                        scenario.isBuiltIn() ? scenario.file() : scenario.word(),
                        JsonLines.of(scenario.bytes()), Map.of());
            }
        } catch (UserError missing) {
            // A report needs no more than the trace.
            return withFiles(run);
        }
        return withFiles(run);
    }

    /** For code that is no scenario: its source files are looked for where the command runs. */
    private Sarif.Source withFiles(TraceDocument run) {
        return Sarif.Source.of(run).withFiles(SourceFiles.below(surroundings.folder()));
    }

    private static void add(Map<String, Function<TraceFile, String>> wanted,
            @Nullable String out, Function<TraceDocument, String> form) {
        if (out != null && wanted.put(out, file -> form.apply(file.run())) != null) {
            throw new UserError("expected a place of its own for each report, but "
                    + (out.equals(STANDARD_OUTPUT) ? "standard output" : out) + " is given twice");
        }
    }

    private void write(String out, String text) {
        if (out.equals(STANDARD_OUTPUT)) {
            surroundings.out().print(text);
        } else {
            ReportFile.write(surroundings.path(out), text);
        }
    }
}
