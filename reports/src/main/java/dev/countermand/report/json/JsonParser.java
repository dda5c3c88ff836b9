package dev.countermand.report.json;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Parses bytes as one JSON document: UTF-8, no duplicate keys, nothing behind its end. */
public final class JsonParser {
    /** The deepest nesting that is read: an ordinary thread's stack is large enough for it. */
    public static final int NESTING_LIMIT = 1000;

    /** The most digits of a number: integers of a program under test may be large, not endless. */
    public static final int DIGITS_LIMIT = 100_000;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(NESTING_LIMIT)
                            .maxNumberLength(DIGITS_LIMIT)
                            .maxStringLength(Integer.MAX_VALUE)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private JsonParser() {}

    /**
     * Parses a document.
     *
     * @return its root, the place of which is the empty JSON pointer
     * @throws JsonMismatch if it is no JSON, with the line and column
     */
    public static JsonPlace parse(byte[] document) {
        String text = decode(document);
        if (text.isBlank()) {
            throw new JsonMismatch("", "expected JSON, but found nothing");
        }
        try {
            return new JsonPlace("", JSON.readTree(text));
        } catch (JacksonException e) {
            TokenStreamLocation at = e.getLocation();
            String place = at == null || at.getLineNr() < 1
                    ? ""
                    : "line " + at.getLineNr() + ", column " + at.getColumnNr();
            throw new JsonMismatch(place, "expected JSON: " + e.getOriginalMessage());
        }
    }

    private static String decode(byte[] document) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer bytes = ByteBuffer.wrap(document);
        CharBuffer chars = CharBuffer.allocate(document.length);
        CoderResult result = decoder.decode(bytes, chars, true);
        if (result.isError()) {
            throw new JsonMismatch("byte " + bytes.position(), "expected UTF-8, but found the byte "
                    + String.format("0x%02x", document[bytes.position()]));
        }
        return chars.flip().toString();
    }
}
