package dev.countermand.report.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countermand.loop.trace.TraceEvent;
import dev.countermand.report.RandomDocuments;
import dev.countermand.report.TraceDocument;
import dev.countermand.report.text.CanonicalFailures;
import dev.countermand.report.text.Golden;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Each export is the one in its file, keeps to its format, and holds whatever a trace holds. */
class ExportsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, Function<TraceDocument, String>> FORMATS = formats();
    private static final Path KEPT = Path.of("target/exports");
    private static final int MOST_LINES = 100;

    private static Map<String, Function<TraceDocument, String>> formats() {
        Map<String, Function<TraceDocument, String>> formats = new LinkedHashMap<>();
        formats.put("perfetto.json", PerfettoTrace::of);
        formats.put("sarif.json", Sarif::of);
        formats.put("summary.md", StepSummary::of);
        formats.put("junit.xml", document -> JunitXml.of(document, "a.json"));
        formats.put("dot", CancelGraph::dot);
        formats.put("mmd", CancelGraph::mermaid);
        return formats;
    }

    static Stream<String> failures() {
        return CanonicalFailures.all().keySet().stream();
    }

    @Provide
    Arbitrary<TraceDocument> documents() {
        return RandomDocuments.any();
    }

    @ParameterizedTest
    @MethodSource("failures")
    void theExportsAreThoseInTheFiles(String failure) throws IOException {
        TraceDocument document = CanonicalFailures.all().get(failure).get();
        for (Map.Entry<String, Function<TraceDocument, String>> format : FORMATS.entrySet()) {
            String export = format.getValue().apply(document);
            Golden.assertHolds("export/" + failure + "." + format.getKey(), abridged(export));
            keep(failure + "." + format.getKey(), export);
        }
    }

    /** A person reads the beginning and the end of what is very long. */
    private static String abridged(String export) {
        List<String> lines = export.lines().toList();
        if (lines.size() <= MOST_LINES) {
            return export;
        }
        int end = lines.size() - MOST_LINES / 4;
        return String.join("\n", lines.subList(0, MOST_LINES)) + "\n.. " + (end - MOST_LINES)
                + " lines ..\n" + String.join("\n", lines.subList(end, lines.size())) + "\n";
    }

    @Property(tries = 60, seed = "20261122")
    void otherToolsGetExportsOfAnythingToRead(@ForAll @LongRange(min = 0, max = 59) long seed)
            throws IOException {
        TraceDocument document = RandomDocuments.of(seed);
        for (Map.Entry<String, Function<TraceDocument, String>> format : FORMATS.entrySet()) {
            keep("random-" + seed + "." + format.getKey(), format.getValue().apply(document));
        }
    }

    /** Keeps an export for {@code src/test/formats/check.mjs}, which reads it with other tools. */
    private static void keep(String name, String export) throws IOException {
        Files.createDirectories(KEPT);
        Files.writeString(KEPT.resolve(name), export, StandardCharsets.US_ASCII);
    }

    @Test
    void ofManyCancellationsAsManyAreDrawnAsMermaidTakes() {
        List<TraceEvent> events = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            events.add(new TraceEvent.Cancelled(
                    new TraceEvent.Stamp(i, 0), "t" + i, null, "main", List.of("task group")));
        }
        TraceDocument many = withEvents(events);
        assertThat(CancelGraph.mermaid(many).lines().filter(line -> line.contains("-->")))
                .hasSizeBetween(CancelGraph.MOST_EDGES - 1, CancelGraph.MOST_EDGES);
        assertThat(CancelGraph.mermaid(many)).contains("and 9802 more cancellations");
        assertThat(CancelGraph.dot(many)).contains("and 9802 more cancellations");
    }

    @Test
    void aScopeBelongsToTheTaskThatTheCancellationCameThrough() {
        TraceDocument document = withEvents(List.of(new TraceEvent.Cancelled(
                new TraceEvent.Stamp(4, 0), "x", null, "done callback of task bad",
                List.of("task group", "task good", "gather"))));
        assertThat(CancelGraph.dot(document).lines()).contains(
                "  n1 [label=\"task group of done callback of task bad\", shape=ellipse];",
                "  n2 [label=\"good\", shape=box];",
                "  n3 [label=\"gather of good\", shape=ellipse];");
    }

    @Test
    void stepsThatNoRunReachesStayWithinATimeline() {
        TraceDocument document = withEvents(List.of(new TraceEvent.Ran(
                new TraceEvent.Stamp(Long.MAX_VALUE, Long.MAX_VALUE), "late")));
        for (JsonNode event : JSON.readTree(PerfettoTrace.of(document)).get("traceEvents")) {
            assertThat(event.get("ts").longValue()).isNotNegative();
        }
    }

    private static TraceDocument withEvents(List<TraceEvent> events) {
        TraceDocument document = CanonicalFailures.all().get("check").get();
        return new TraceDocument(document.subject(), document.origin(), document.choices(),
                events, document.verdict());
    }

    @Property(tries = 300, seed = "20261122")
    void allIsAsciiWithoutControlCharacters(@ForAll("documents") TraceDocument document) {
        FORMATS.values().forEach(format ->
                assertThat(format.apply(document)).matches("[ -~\n]*").endsWith("\n"));
    }

    @Property(tries = 300, seed = "20261122")
    void aTimelineKeepsToTheRulesOfTraceEvents(@ForAll("documents") TraceDocument document) {
        Set<Integer> open = new LinkedHashSet<>();
        for (JsonNode event : JSON.readTree(PerfettoTrace.of(document)).get("traceEvents")) {
            String phase = event.get("ph").stringValue();
            assertThat(phase).isIn("X", "i", "M", "s", "f");
            assertThat(event.get("name").stringValue()).isNotNull();
            assertThat(event.get("ts").isNumber()).isTrue();
            assertThat(event.get("pid").intValue()).isBetween(1, 2);
            assertThat(event.get("tid").intValue()).isNotNegative();
            switch (phase) {
                case "X" -> assertThat(event.get("dur").doubleValue()).isNotNegative();
                case "i" -> assertThat(event.get("s").stringValue()).isIn("g", "p", "t");
                case "s" -> assertThat(open.add(event.get("id").intValue())).isTrue();
                case "f" -> assertThat(open.remove(event.get("id").intValue())).isTrue();
                default -> assertThat(event.get("name").stringValue())
                        .isIn("process_name", "thread_name");
            }
        }
        assertThat(open).as("arrows that end nowhere").isEmpty();
    }

    @Property(tries = 300, seed = "20261122")
    void sarifNamesEachRuleItUsesAndGivesLinesFromOne(
            @ForAll("documents") TraceDocument document) {
        JsonNode log = JSON.readTree(Sarif.of(document));
        assertThat(log.get("version").stringValue()).isEqualTo("2.1.0");
        assertThat(log.get("$schema").stringValue()).endsWith("sarif-2.1.0.json");
        JsonNode run = log.get("runs").get(0);
        Set<String> rules = new LinkedHashSet<>();
        run.at("/tool/driver/rules").forEach(rule -> rules.add(rule.get("id").stringValue()));
        assertThat(run.get("results").size())
                .isEqualTo(document.verdict().violations().size());
        for (JsonNode result : run.get("results")) {
            assertThat(rules).contains(result.get("ruleId").stringValue());
            assertThat(result.at("/message/text").stringValue()).isNotNull();
            for (JsonNode location : result.get("locations")) {
                JsonNode line = location.at("/physicalLocation/region/startLine");
                assertThat(line.isMissingNode() || line.intValue() >= 1).isTrue();
            }
        }
    }

    @Property(tries = 200, seed = "20261122")
    void theXmlIsWellFormedAndHasItsProperties(@ForAll("documents") TraceDocument document)
            throws Exception {
        Element suite = DocumentBuilderFactory.newInstance().newDocumentBuilder()
                .parse(new ByteArrayInputStream(
                        JunitXml.of(document, "a.json").getBytes(StandardCharsets.US_ASCII)))
                .getDocumentElement();
        assertThat(suite.getTagName()).isEqualTo("testsuite");
        assertThat(suite.getElementsByTagName("property").getLength()).isEqualTo(6);
        assertThat(suite.getElementsByTagName("failure").getLength())
                .isEqualTo(document.verdict().violations().isEmpty() ? 0 : 1);
    }

    @Property(tries = 300, seed = "20261122")
    void graphsHaveOneLineForEachNodeAndEdge(@ForAll("documents") TraceDocument document) {
        assertThat(CancelGraph.dot(document).lines().toList()).allMatch(line -> line.matches(
                "digraph cancellations \\{|  rankdir=LR;|\\}"
                        + "|  n\\d+ \\[label=\"([^\"\\\\]|\\\\.)*\", shape=(box|ellipse)\\];"
                        + "|  n\\d+ -> n\\d+( \\[label=\"steps?( \\d+)+( \\.\\.)?\"\\])?;"
                        + "|  rest \\[label=\"and \\d+ more cancellations?\","
                        + " shape=plaintext\\];"));
        assertThat(CancelGraph.mermaid(document).lines().toList()).allMatch(line -> line.matches(
                "flowchart LR|  n\\d+(\\[|\\(\\[)\"[A-Za-z0-9 ._#;-]*\"(\\]|\\]\\))"
                        + "|  n\\d+ -->(\\|\"steps?( \\d+)+( \\.\\.)?\"\\|)? n\\d+"
                        + "|  rest\\[\"and \\d+ more cancellations?\"\\]"));
    }

    @Property(tries = 300, seed = "20261122")
    void markdownHasNoMarkupOfTheTracesOwn(@ForAll("documents") TraceDocument document) {
        String summary = StepSummary.of(document);
        String outside = summary.substring(0, summary.indexOf("<details>"));
        List<String> lines = outside.lines().toList();
        assertThat(lines.get(0)).startsWith("### ");
        assertThat(outside).doesNotContain("<").doesNotContain("`").doesNotContain("](");
    }
}
