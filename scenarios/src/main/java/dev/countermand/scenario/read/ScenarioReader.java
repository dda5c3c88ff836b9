package dev.countermand.scenario.read;

import dev.countermand.scenario.model.Scenario;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads documents of the format {@code countermand-scenario/1}. Whatever it is given, it returns a
 * scenario in which every name is known, or throws a {@link ScenarioException}.
 */
public final class ScenarioReader {

    /**
     * The deepest nesting of lists and objects that is read. Interpreters recurse as deep as the
     * document does; within this limit an ordinary thread's stack is large enough for them.
     */
    public static final int NESTING_LIMIT = 256;

    /** The most digits of a number: far beyond what a scenario needs, and quick to convert. */
    public static final int DIGITS_LIMIT = 1000;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(NESTING_LIMIT)
                            .maxNumberLength(DIGITS_LIMIT)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private ScenarioReader() {}

    /**
     * Reads a file.
     *
     * @throws ScenarioException when the file cannot be read or is no scenario
     */
    public static Scenario read(Path file) {
        String source = file.toString();
        if (Files.isDirectory(file)) {
            throw new ScenarioException(source, "", "expected a file, but found a directory");
        }
        try {
            return read(source, Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            throw new ScenarioException(source, "", "expected a file, but found none");
        } catch (IOException e) {
            throw new ScenarioException(source, "", "cannot be read: " + e.getMessage());
        }
    }

    /**
     * Reads a document.
     *
     * @param source what messages call it, such as the file's name
     * @param document JSON in UTF-8, without a byte order mark
     * @throws ScenarioException when the document is no scenario
     */
    public static Scenario read(String source, byte[] document) {
        JsonNode root = parse(source, decode(source, document));
        Reading reading = new Reading(source);
        Scenario scenario = DocumentForm.DOCUMENT.read(Place.root(reading), root, null);
        reading.finish();
        return scenario;
    }

    private static String decode(String source, byte[] document) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer bytes = ByteBuffer.wrap(document);
        CharBuffer chars = CharBuffer.allocate(document.length);
        CoderResult result = decoder.decode(bytes, chars, true);
        if (result.isError()) {
            throw new ScenarioException(source, "byte " + bytes.position(),
                    "expected UTF-8, but found the byte "
                            + String.format("0x%02x", document[bytes.position()]));
        }
        String text = chars.flip().toString();
        if (!text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) {
            throw new ScenarioException(source, "line 1, column 1",
                    "expected JSON, but found a byte order mark");
        }
        if (text.isBlank()) {
            throw new ScenarioException(source, "", "expected JSON, but found nothing");
        }
        return text;
    }

    private static JsonNode parse(String source, String text) {
        try {
            return JSON.readTree(text);
        } catch (JacksonException e) {
            TokenStreamLocation at = e.getLocation();
            String place = at == null || at.getLineNr() < 1
                    ? ""
                    : "line " + at.getLineNr() + ", column " + at.getColumnNr();
            throw new ScenarioException(source, place, "expected JSON: " + e.getOriginalMessage());
        }
    }
}
