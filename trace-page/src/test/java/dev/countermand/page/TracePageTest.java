package dev.countermand.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.countermand.report.RandomTraceFiles;
import dev.countermand.report.TraceDocument;
import dev.countermand.report.TraceException;
import dev.countermand.report.TraceFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TracePageTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String BEFORE = "<script type=\"application/json\" id=\"trace\">";

    static Stream<String> samples() {
        return SamplePages.all().keySet().stream();
    }

    @Provide
    Arbitrary<TraceFile> files() {
        return RandomTraceFiles.any();
    }

    /** The tests in the browser open what is written here. */
    @ParameterizedTest
    @MethodSource("samples")
    void thePageOfEverySampleIsWrittenForTheBrowser(String name) throws Exception {
        Path page = Path.of("target/pages", name + ".html");
        TracePage.write(page, SamplePages.all().get(name).get());
        assertThat(Files.readString(page, StandardCharsets.US_ASCII)).endsWith("</html>\n");
    }

    @Property(tries = 200, seed = "20261122")
    void whateverTheTraceThePageIsAsciiAndItsDataCannotEndTheirElement(
            @ForAll("files") TraceFile file) throws IOException {
        String html = TracePage.html(file);
        assertThat(html.chars()).allMatch(c -> c >= ' ' && c <= '~' || c == '\n' || c == '\t');
        assertThat(data(html)).doesNotContain("<");
        assertThat(html.replace(data(html), "@TRACE@")).isEqualTo(template());
    }

    @Property(tries = 200, seed = "20261122")
    void everyEventOfTheRunIsInThePageInItsColumns(@ForAll("files") TraceFile file) {
        JsonNode root = JSON.readTree(data(TracePage.html(file)));
        JsonNode events = root.get("runs").get(0).get("events");
        TraceDocument run = file.run();
        assertThat(events.get("kinds").stringValue()).hasSize(run.events().size());
        for (String column : new String[] {"steps", "times", "a", "b", "c"}) {
            assertThat(events.get(column)).hasSize(run.events().size());
        }
        long step = 0;
        long nanos = 0;
        for (int i = 0; i < run.events().size(); i++) {
            step += events.get("steps").get(i).longValue();
            nanos += events.get("times").get(i).longValue();
            assertThat(step).isEqualTo(run.events().get(i).stamp().step());
            assertThat(nanos).isEqualTo(run.events().get(i).stamp().nanos());
            for (String column : new String[] {"a", "b", "c"}) {
                assertThat(events.get(column).get(i).intValue())
                        .isBetween(0, root.get("strings").size());
            }
        }
        boolean explained = file.explanation() != null && file.explanation().nearest() != null;
        assertThat(root.get("runs")).hasSize(explained ? 2 : 1);
    }

    @Test
    void theSameTraceGivesTheSameBytes() {
        assertThat(TracePage.html(RandomTraceFiles.of(5)))
                .isEqualTo(TracePage.html(RandomTraceFiles.of(5)));
    }

    @Test
    void aPageOfTenThousandEventsHasLessThanAMegabyte() {
        TraceDocument run = LargeRun.of(10_000);
        assertThat(run.events()).hasSizeGreaterThanOrEqualTo(10_000);
        assertThat(TracePage.html(TraceFile.of(run))).hasSizeLessThan(1_000_000);
    }

    @Test
    void ofAVeryLongRunTheLastEventsAreShown() {
        TraceDocument run = LargeRun.of(TracePage.MOST_EVENTS + 1_000);
        JsonNode shown = JSON.readTree(data(TracePage.html(TraceFile.of(run))))
                .get("runs").get(0);
        int left = run.events().size() - TracePage.MOST_EVENTS;
        assertThat(shown.get("skipped").get(0).intValue()).isEqualTo(left);
        assertThat(shown.get("events").get("a")).hasSize(TracePage.MOST_EVENTS);
        assertThat(shown.get("skipped").get(1).intValue()
                + shown.get("choices").get("kinds").size()).isEqualTo(run.choices().size());
    }

    @Test
    void hugeTextsAreCutAndSaySo() {
        String html = TracePage.html(SamplePages.all().get("broken").get());
        assertThat(html).hasSizeLessThan(400_000).contains(" .. (2998000 more characters)");
    }

    @Test
    void aPageThatCannotBeWrittenIsSaidInOneLine(@TempDir Path folder) {
        TraceException e = catchThrowableOfType(TraceException.class,
                () -> TracePage.write(folder, SamplePages.explained()));
        assertThat(e).hasMessage(folder + ": cannot be written: it is a directory");
    }

    private static String template() throws IOException {
        try (InputStream in = TracePage.class.getResourceAsStream("trace-page.html")) {
            assertThat(in).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        }
    }

    private static String data(String html) {
        int from = html.indexOf(BEFORE) + BEFORE.length();
        return html.substring(from, html.indexOf("</script>", from));
    }
}
