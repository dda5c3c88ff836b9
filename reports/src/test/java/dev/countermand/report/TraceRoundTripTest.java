package dev.countermand.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countermand.report.json.JsonText;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TraceRoundTripTest {

    @Provide
    Arbitrary<TraceFile> files() {
        return RandomTraceFiles.any();
    }

    @Property(tries = 500, seed = "20261122")
    void whatWasWrittenReadsBackAsTheSameFile(@ForAll("files") TraceFile file) {
        assertThat(readFile(TraceWriter.toJson(file))).isEqualTo(file);
    }

    @Property(tries = 200, seed = "20261122")
    void whatWasReadIsWrittenAsTheSameBytes(@ForAll("files") TraceFile file) {
        String json = TraceWriter.toJson(file);
        assertThat(TraceWriter.toJson(readFile(json))).isEqualTo(json);
    }

    @Property(tries = 200, seed = "20261122")
    void aTraceIsPrintableAsciiWithOneChoiceAndOneEventALine(@ForAll("files") TraceFile file) {
        String json = TraceWriter.toJson(file);
        assertThat(json).matches("[ -~\n]*").endsWith("}\n");
        assertThat(json.lines().filter(line -> line.startsWith("{\"step\":")).count())
                .isEqualTo(rows(file.run()) + nearest(file).mapToLong(this::rows).sum());
        assertThat(json.lines().filter(line -> line.startsWith("{\"trials\":")).count())
                .isEqualTo(file.explanation() == null
                        ? 0 : file.explanation().departures().size());
    }

    private long rows(TraceDocument run) {
        return run.choices().size() + run.events().size() + run.verdict().violations().size();
    }

    private static Stream<TraceDocument> nearest(TraceFile file) {
        return file.explanation() == null || file.explanation().nearest() == null
                ? Stream.empty() : Stream.of(file.explanation().nearest().run());
    }

    @Property(tries = 200, seed = "20261122")
    void whoAsksForTheRunGetsItWithOrWithoutItsExplanation(@ForAll("files") TraceFile file) {
        String json = TraceWriter.toJson(file);
        assertThat(read(json)).isEqualTo(file.run());
        assertThat(read(TraceWriter.toJson(file.run()))).isEqualTo(file.run());
        assertThat(json).startsWith(TraceWriter.toJson(file.run()).replaceFirst("}\n$", ""));
    }

    @Test
    void theBytesDoNotDependOnTheLocale() {
        Locale before = Locale.getDefault();
        TraceDocument document = RandomDocuments.of(7);
        String json = TraceWriter.toJson(document);
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(TraceWriter.toJson(document)).isEqualTo(json);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void writingCreatesFoldersReplacesTheFileAndLeavesNothingElse(@TempDir Path folder)
            throws Exception {
        Path file = folder.resolve("a/b/x.trace.json");
        for (long seed = 0; seed < 3; seed++) {
            TraceDocument document = RandomDocuments.of(seed);
            TraceWriter.write(file, document);
            assertThat(TraceReader.read(file)).isEqualTo(document);
        }
        try (var files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void anAbandonedTemporaryFileDoesNotStopAWriter(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve(".trace-0.tmp"), "half");
        Path file = folder.resolve("x.json");
        TraceWriter.write(file, RandomDocuments.of(1));
        assertThat(TraceReader.read(file)).isEqualTo(RandomDocuments.of(1));
        assertThat(folder.resolve(".trace-0.tmp")).hasContent("half");
        assertThat(folder.resolve(".trace-1.tmp")).doesNotExist();
    }

    @Test
    void aFloatStaysAFloatAndAnIntegerAnInteger() {
        Map<String, Object> fields = Map.of("value", List.of(1L, 1.0, -0.0, 1e300));
        String json = JsonText.write(fields);
        assertThat(json).isEqualTo("{\"value\":[1,1.0,-0.0,1e+300]}");
    }

    private static TraceFile readFile(String json) {
        return TraceReader.readFile("test", json.getBytes(StandardCharsets.UTF_8));
    }

    private static TraceDocument read(String json) {
        return TraceReader.read("test", json.getBytes(StandardCharsets.UTF_8));
    }
}
