package dev.countermand.scenario.read;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The documents that tests start from; together they have every form of the language. */
final class ValidDocuments {

    private static final Path FOLDER =
            Path.of("src/test/resources/dev/countermand/scenario/read/valid");

    private ValidDocuments() {}

    /** The text of all of them, by file name. */
    static Map<String, String> texts() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            Map<String, String> texts = new LinkedHashMap<>();
            for (Path file : files.sorted().toList()) {
                texts.put(file.getFileName().toString(), Files.readString(file));
            }
            if (texts.isEmpty()) {
                throw new IllegalStateException("no documents in " + FOLDER.toAbsolutePath());
            }
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text of one of them. */
    static String text(String name) {
        return texts().get(name + ".scenario.json");
    }

    /** All texts, without their names. */
    static List<String> all() {
        return List.copyOf(texts().values());
    }
}
