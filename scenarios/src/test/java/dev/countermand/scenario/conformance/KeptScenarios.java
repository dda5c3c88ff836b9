package dev.countermand.scenario.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The scenarios that are files of the project: the library, and one for each difference once found.
 */
final class KeptScenarios {
    static final Path REGRESSIONS = Path.of("src/test/resources/regressions").toAbsolutePath();
    private static final Path LIBRARY =
            Path.of("src/main/resources/dev/countermand/scenario/library").toAbsolutePath();

    private KeptScenarios() {}

    /** All of them, in the order of their names. */
    static List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>(in(LIBRARY));
        files.addAll(in(REGRESSIONS));
        return files;
    }

    private static List<Path> in(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".scenario.json"))
                    .sorted()
                    .toList();
        }
    }
}
