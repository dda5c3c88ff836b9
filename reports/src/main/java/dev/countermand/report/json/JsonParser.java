package dev.countermand.report.json;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Parses bytes as one JSON document: UTF-8, no duplicate keys, nothing behind its end. */
public final class JsonParser {
    /** The deepest nesting that is read: an ordinary thread's stack is large enough for it. */
    public static final int NESTING_LIMIT = 1000;

    /** The most digits of a number: integers of a program under test may be large, not endless. */
    public static final int DIGITS_LIMIT = 100_000;

    private static final int PIECE = 1 << 16;

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

    /** The same for a value with others behind it. */
    private static final JsonMapper PARTS =
            JSON.rebuild().disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

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
            throw mismatch(e);
        }
    }

    /**
     * Parses a document whose root may have one list so long that its items are not to be in memory
     * all at once.
     *
     * @param list the list's name, a field of the root
     * @param item takes each item of it, in order; may throw {@link JsonMismatch}, which is then
     *     thrown unless the document turns out to be no JSON
     * @param root reads the root once all of it is parsed, the list empty there; what it throws
     *     comes before what an item's reader threw
     * @return what the root was read as
     * @throws JsonMismatch if it is no JSON, with the line and column
     */
    public static <T> T parse(byte[] document, String list, Consumer<JsonPlace> item,
            Function<JsonPlace, T> root) {
        String text = decode(document);
        if (text.stripLeading().indexOf('{') != 0) {
            return root.apply(parse(document));
        }
        ListItems items = new ListItems(list, item);
        ObjectNode tree;
        try (tools.jackson.core.JsonParser tokens = PARTS.createParser(text)) {
            tree = items.root(tokens);
            if (tokens.nextToken() != null) {
                throw new JsonMismatch(place(tokens.currentTokenLocation()),
                        "expected JSON: something follows its end");
            }
        } catch (JacksonException e) {
            throw mismatch(e);
        }
        T read = root.apply(new JsonPlace("", tree));
        if (items.mismatch != null) {
            throw items.mismatch;
        }
        return read;
    }

    /** Reads a root object, and gives the items of one of its lists away. */
    private static final class ListItems {
        private final String list;
        private final Consumer<JsonPlace> item;
        private @Nullable JsonMismatch mismatch;

        ListItems(String list, Consumer<JsonPlace> item) {
            this.list = list;
            this.item = item;
        }

        ObjectNode root(tools.jackson.core.JsonParser tokens) {
            ObjectNode root = JSON.createObjectNode();
            tokens.nextToken();
            while (tokens.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = tokens.currentName();
                if (tokens.nextToken() == JsonToken.START_ARRAY && name.equals(list)) {
                    int number = 0;
                    while (tokens.nextToken() != JsonToken.END_ARRAY) {
                        take("/" + list + "/" + number++, PARTS.readTree(tokens));
                    }
                    root.set(name, JSON.createArrayNode());
                } else {
                    root.set(name, PARTS.readTree(tokens));
                }
            }
            return root;
        }

        private void take(String pointer, JsonNode node) {
            if (mismatch == null) {
                try {
                    item.accept(new JsonPlace(pointer, node));
                } catch (JsonMismatch wrong) {
                    mismatch = wrong;
                }
            }
        }
    }

    private static JsonMismatch mismatch(JacksonException e) {
        return new JsonMismatch(place(e.getLocation()), "expected JSON: " + e.getOriginalMessage());
    }

    private static String place(@Nullable TokenStreamLocation at) {
        return at == null || at.getLineNr() < 1
                ? ""
                : "line " + at.getLineNr() + ", column " + at.getColumnNr();
    }

    /** The text, decoded piece by piece first only to find what is no UTF-8. */
    private static String decode(byte[] document) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer bytes = ByteBuffer.wrap(document);
        CharBuffer piece = CharBuffer.allocate(PIECE);
        CoderResult result;
        do {
            piece.clear();
            result = decoder.decode(bytes, piece, true);
        } while (result.isOverflow());
        if (result.isError()) {
            throw new JsonMismatch("byte " + bytes.position(), "expected UTF-8, but found the byte "
                    + String.format("0x%02x", document[bytes.position()]));
        }
        return new String(document, StandardCharsets.UTF_8);
    }
}
