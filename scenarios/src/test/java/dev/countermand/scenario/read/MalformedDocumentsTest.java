package dev.countermand.scenario.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What the reader says about documents that are no scenarios. Each row of {@code rows.txt} is one
 * fault, put into an otherwise valid document; {@code messages.txt} holds the message of each row.
 */
class MalformedDocumentsTest {

    private static final Path FOLDER =
            Path.of("src/test/resources/dev/countermand/scenario/read/malformed");

    @Test
    void everyMalformedDocumentHasOneLineThatSaysWhatIsWrongAndWhere() throws IOException {
        StringBuilder messages = new StringBuilder();
        for (String row : rows()) {
            String message = messageOf(document(row));
            assertThat(message).as(row).doesNotContain("\n").startsWith("x.scenario.json: ");
            messages.append(row).append("\n    ").append(message).append('\n');
        }
        for (BrokenBytes broken : BrokenBytes.values()) {
            String message = messageOf(broken.bytes());
            assertThat(message).as(broken.name()).doesNotContain("\n");
            messages.append(broken.name()).append("\n    ").append(message).append('\n');
        }
        Golden.assertHolds(FOLDER.resolve("messages.txt"), messages.toString());
    }

    private static List<String> rows() throws IOException {
        List<String> rows = new ArrayList<>();
        try (Stream<String> lines = Files.lines(FOLDER.resolve("rows.txt"))) {
            lines.filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(rows::add);
        }
        assertThat(rows).hasSizeGreaterThan(40).doesNotHaveDuplicates();
        return rows;
    }

    /** {@code where: what}: the fault stands in that part of a valid document. */
    private static byte[] document(String row) {
        int colon = row.indexOf(": ");
        String fault = row.substring(colon + 2);
        String text = switch (row.substring(0, colon)) {
            case "body" -> whole("""
                    "coroutines": {"main": [%s], "one": {"params": ["p"], "body": []}}""", fault);
            case "generator" -> whole("""
                    "coroutines": {"main": []}, "generators": {"g": [%s]}""", fault);
            case "function" -> whole("""
                    "coroutines": {"main": []}, "functions": {"f": [%s]}""", fault);
            case "objects" -> whole("""
                    "coroutines": {"main": []}, "objects": {%s}""", fault);
            case "host" -> whole("""
                    "coroutines": {"main": [], "one": {"params": ["p"], "body": []}},
                    "host": [%s]""", fault);
            case "field" -> whole("""
                    "coroutines": {"main": []}, %s""", fault);
            case "fields" -> whole("%s", fault);
            case "document" -> fault;
            default -> throw new IllegalArgumentException(row);
        };
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String whole(String rest, String fault) {
        return "{\"format\": \"countermand-scenario/1\", \"name\": \"n\",\n"
                + rest.replace("%s", fault) + "}";
    }

    private static String messageOf(byte[] document) {
        try {
            ScenarioReader.read("x.scenario.json", document);
        } catch (ScenarioException e) {
            return e.getMessage();
        }
        throw new AssertionError("was read: " + new String(document, StandardCharsets.UTF_8));
    }

    /** Documents that a line of text cannot hold. */
    private enum BrokenBytes {
        EMPTY_FILE,
        ONLY_BLANKS(' ', '\n'),
        BYTE_ORDER_MARK(0xEF, 0xBB, 0xBF, '{', '}'),
        INVALID_UTF_8('"', 0xC3, 0x28, '"'),
        CUT_UTF_8('"', 0xE2, 0x82),
        UTF_16(0xFF, 0xFE, '{', 0, '}', 0),
        CONTROL_CHARACTER_IN_A_STRING('"', 1, '"'),
        NUL(0),
        DEEP_NESTING {
            @Override
            byte[] bytes() {
                return "[".repeat(100_000).getBytes(StandardCharsets.UTF_8);
            }
        },
        LONG_NUMBER {
            @Override
            byte[] bytes() {
                return "9".repeat(ScenarioReader.DIGITS_LIMIT + 1).getBytes(StandardCharsets.UTF_8);
            }
        },
        LONG_NAME {
            @Override
            byte[] bytes() {
                return document("field: \"" + "é".repeat(10_000) + "\": 1");
            }
        };

        private final int[] unsigned;

        BrokenBytes(int... unsigned) {
            this.unsigned = unsigned;
        }

        byte[] bytes() {
            byte[] bytes = new byte[unsigned.length];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) unsigned[i];
            }
            return bytes;
        }
    }
}
