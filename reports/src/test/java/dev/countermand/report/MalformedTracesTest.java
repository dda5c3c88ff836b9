package dev.countermand.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever is no trace is refused in one line that says what was expected, what came, and where.
 */
class MalformedTracesTest {
    private static final String VALID = """
            {"format":"countermand-trace/1",
            "subject":{"name":"crossing"},
            "origin":{"seed":7,"strategy":"fifo","orders":"legal","python":"3.14","step-limit":9},
            "verdict":{"steps":2,"at":5,"violations":[]},
            "choices":[{"step":1,"kind":"cancel","label":"b","bound":2,"picked":1,
            "pick":"b","nth":1}],
            "events":[{"step":1,"at":0,"kind":"ran","what":"a"},
            {"step":2,"at":5,"kind":"ended","task":"a","outcome":"returned"}]}
            """;

    @Test
    void theDocumentThatIsBrokenBelowIsWhole() {
        assertThat(TraceReader.read("x", bytes(VALID)).events()).hasSize(2);
    }

    @Test
    void whatIsNoJsonIsRefusedWithItsLineAndColumn() {
        assertThat(messageOf("")).isEqualTo("x: expected JSON, but found nothing");
        assertThat(messageOf(" \n")).isEqualTo("x: expected JSON, but found nothing");
        assertThat(messageOf("step 1: ran")).startsWith("x: line 1, column ")
                .contains("expected JSON: Unrecognized token 'step'");
        assertThat(messageOf(VALID + "{}")).startsWith("x: line 9, column 1: expected JSON: ");
        assertThat(messageOf("{\"a\":1,\"a\":2}")).contains("expected JSON: Duplicate");
        assertThat(messageOf("[".repeat(5000))).contains("expected JSON: ").contains("nesting");
        assertThat(messageOf(new byte[] {'{', '"', (byte) 0xff}))
                .isEqualTo("x: byte 2: expected UTF-8, but found the byte 0xff");
        assertThat(messageOf("\uFEFF{}")).startsWith("x: line 1, column 1: expected JSON: ");
    }

    @Test
    void otherFormatsAndNewerOnesAreNamed() {
        assertThat(messageOf("[]")).isEqualTo("x: expected an object, but found an empty list");
        assertThat(messageOf("{}")).isEqualTo("x: expected a field \"format\", but found none");
        assertThat(messageOf("{\"format\":\"countermand-scenario/1\"}")).isEqualTo(
                "x: /format: expected \"countermand-trace/1\", but found the string "
                        + "\"countermand-scenario/1\"");
        assertThat(messageOf("{\"format\":\"countermand-trace/2\",\"new\":1}")).isEqualTo(
                "x: /format: expected \"countermand-trace/1\", all that this version reads"
                        + " (the file is of a newer one), but found the string"
                        + " \"countermand-trace/2\"");
    }

    @Test
    void wrongValuesAreNamedWithTheirPlace() {
        assertRefused("\"seed\":7", "\"seed\":\"7\"",
                "/origin/seed: expected an integer of 64 bits, but found the string \"7\"");
        assertRefused("\"bound\":2", "\"bound\":1", "/choices/0/bound: expected an integer"
                + " from 2 to 2147483647, but found the number 1");
        assertRefused("\"picked\":1", "\"picked\":2",
                "/choices/0/picked: expected an integer from 0 to 1, but found the number 2");
        assertRefused("\"kind\":\"cancel\"", "\"kind\":\"coin\"", "/choices/0/kind: expected one of"
                + " timer-tie, close-order, group-order, wait-order, as-completed-order,"
                + " asyncgen-order, arrival, thread, cancel, idle-cancel, interrupt, choose,"
                + " ready, but found the string \"coin\"");
        assertRefused("\"kind\":\"ran\"", "\"kind\":\"jumped\"", "/events/0/kind: expected a kind"
                + " of event (scheduled, ran, awaited, woken, cancelled, advanced, logged, ended),"
                + " but found the string \"jumped\"");
        assertRefused("\"step\":2,", "\"step\":0,", "/events/1/step: expected step 1 or a later"
                + " one, as before it, but found the number 0");
        assertRefused("\"what\":\"a\"", "\"what\":\"a\",\"who\":\"b\"", "/events/0: expected no"
                + " other fields than step, at, kind, what, but found \"who\"");
        assertRefused(",\"task\":\"a\"", "",
                "/events/1: expected a field \"task\", but found none");
        assertRefused("\"name\":\"crossing\"", "\"name\":\"a\",\"file\":null",
                "/subject/file: expected a string, but found null");
        assertRefused("\"violations\":[]", "\"violations\":{}",
                "/verdict/violations: expected a list, but found an empty object");
        assertRefused("\"at\":5", "\"at\":5.0",
                "/verdict/at: expected an integer of at least 0, but found the number 5.0");
    }

    @Test
    void anExplanationThatDoesNotFitItsRunIsRefused() {
        String trial = "{\"trials\":[{\"change\":{\"picked\":0,\"pick\":\"none\"},"
                + "\"verdict\":\"passes\"}]}";
        String others = "\"others\":{\"tried\":0,\"passing\":0,\"untried\":0}";
        assertThat(messageOf(explained("{\"departures\":[" + trial + "," + trial + "]," + others
                + "}"))).isEqualTo("x: /explanation/departures: expected a list of at most 1, as"
                        + " the run has so many departures, but found a list");
        assertThat(messageOf(explained("{\"departures\":[{\"trials\":[]}]," + others + "}")))
                .isEqualTo("x: /explanation/departures/0/trials: expected a list of at least one"
                        + " trial, but found an empty list");
        assertThat(messageOf(explained("{\"departures\":[" + trial + "]," + others
                + ",\"nearest\":{\"departure\":1,\"change\":{\"chances\":1},\"run\":{}}}")))
                .isEqualTo("x: /explanation/nearest/departure: expected a number below 1, as so"
                        + " many departures are explained, but found the number 1");
        assertThat(messageOf(explained("{\"departures\":[" + trial.replace("passes", "ok") + "],"
                + others + "}"))).isEqualTo("x: /explanation/departures/0/trials/0/verdict:"
                        + " expected one of passes, fails, fails-otherwise, but found the string"
                        + " \"ok\"");
    }

    private static String explained(String explanation) {
        return VALID.strip().replaceFirst("}$", ",\"explanation\":" + explanation + "}");
    }

    @Test
    void aHostileNameInAFileDoesNotReachTheTerminal() {
        assertThat(messageOf(VALID.replace("\"legal\"", "\"\\u001b[31m\\n\\u202e\"")))
                .endsWith("found the string \"\\u001b[31m\\n\\u202e\"");
    }

    @Test
    void whatIsNoReadableFileIsRefused(@TempDir Path folder) {
        assertThat(catchThrowableOfType(TraceException.class, () -> TraceReader.read(folder)))
                .hasMessage(folder + ": expected a file, but found a directory");
        Path missing = folder.resolve("missing.json");
        assertThat(catchThrowableOfType(TraceException.class, () -> TraceReader.read(missing)))
                .hasMessage(missing + ": cannot be read: there is no such file");
    }

    @Test
    void whatCannotBeWrittenIsSaidInOneLine(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "x");
        TraceDocument document = RandomDocuments.of(1);
        Path below = file.resolve("x.json");
        assertThat(catchThrowableOfType(TraceException.class,
                () -> TraceWriter.write(folder, document)))
                .hasMessage(folder + ": cannot be written: it is a directory");
        assertThat(catchThrowableOfType(TraceException.class,
                () -> TraceWriter.write(below, document)))
                .hasMessageStartingWith(below + ": cannot be written: ")
                .hasMessageNotContaining("\n");
        assertThat(file).hasContent("x");
    }

    @Property(tries = 300, seed = "20261122")
    void aTruncatedTraceIsAlwaysRefused(@ForAll @LongRange(min = 0, max = 50) long seed,
            @ForAll @IntRange(max = 1_000_000) int cut) {
        String json = TraceWriter.toJson(RandomDocuments.of(seed)).strip();
        assertThat(messageOf(json.substring(0, cut % json.length()))).matches("x: [ -~]+");
    }

    @Property(tries = 500, seed = "20261122")
    void anyBytesAreReadOrRefusedInOneLine(@ForAll @Size(max = 6) byte[] noise,
            @ForAll @IntRange(max = 600) int place) {
        byte[] document = bytes(VALID);
        System.arraycopy(noise, 0, document, place % (document.length - 6), noise.length);
        try {
            TraceReader.read("x", document);
        } catch (TraceException e) {
            assertThat(e.getMessage()).matches("x: [ -~]+");
        }
    }

    private static void assertRefused(String part, String replacement, String message) {
        assertThat(VALID).contains(part);
        int at = VALID.indexOf(part);
        String broken = VALID.substring(0, at) + replacement + VALID.substring(at + part.length());
        assertThat(messageOf(broken)).isEqualTo("x: " + message);
    }

    private static String messageOf(String document) {
        return messageOf(bytes(document));
    }

    private static String messageOf(byte[] document) {
        TraceException e = catchThrowableOfType(
                TraceException.class, () -> TraceReader.read("x", document));
        assertThat(e.getMessage()).matches("[ -~]+");
        return e.getMessage();
    }

    private static byte[] bytes(String document) {
        return document.getBytes(StandardCharsets.UTF_8);
    }
}
