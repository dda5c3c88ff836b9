package dev.countermand.report.json;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** On which line of a JSON document each of its values begins. */
public final class JsonLines {
    private JsonLines() {}

    /**
     * The lines, from 1, by JSON pointer (RFC 6901). The root has the empty pointer.
     *
     * @param document JSON in UTF-8
     * @return those up to the first mistake, if it is no JSON
     */
    public static Map<String, Integer> of(byte[] document) {
        Map<String, Integer> lines = new LinkedHashMap<>();
        String text = new String(document, StandardCharsets.UTF_8);
        try (tools.jackson.core.JsonParser parser =
                new JsonFactory().createParser(ObjectReadContext.empty(), text)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token.isScalarValue() || token.isStructStart()) {
                    lines.put(parser.streamReadContext().pathAsPointer().toString(),
                            parser.currentTokenLocation().getLineNr());
                }
            }
        } catch (JacksonException e) {
            // Whoever needs the document itself reports that; here the rest has no lines.
            return lines;
        }
        return lines;
    }
}
