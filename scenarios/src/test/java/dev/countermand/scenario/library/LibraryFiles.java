package dev.countermand.scenario.library;

import dev.countermand.scenario.model.Scenario;
import dev.countermand.scenario.read.ScenarioReader;
import dev.countermand.scenario.run.PreparedScenario;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files of the library, as they lie in the source tree. */
final class LibraryFiles {
    static final String BUGS = "bugs";
    static final String RULES = "rules";

    private static final Path FOLDER =
            Path.of("src/main/resources/dev/countermand/scenario/library");
    private static final String ENDING = ".scenario.json";

    private LibraryFiles() {}

    /** The names of all scenarios with their folder, such as {@code bugs/stale-reply}, sorted. */
    static List<String> all() {
        return Stream.of(BUGS, RULES)
                .flatMap(folder -> in(folder).stream().map(name -> folder + "/" + name))
                .toList();
    }

    /** The names of the scenarios in a folder, sorted. */
    static List<String> in(String folder) {
        try (Stream<Path> files = Files.list(FOLDER.resolve(folder))) {
            return files.map(file -> file.getFileName().toString())
                    .map(LibraryFiles::withoutEnding)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String withoutEnding(String file) {
        if (!file.endsWith(ENDING)) {
            throw new IllegalStateException("a file of the library is no scenario: " + file);
        }
        return file.substring(0, file.length() - ENDING.length());
    }

    /** The file of a scenario such as {@code bugs/stale-reply}. */
    static Path file(String scenario) {
        return FOLDER.resolve(scenario + ENDING);
    }

    static Scenario read(String scenario) {
        return ScenarioReader.read(file(scenario));
    }

    static PreparedScenario prepare(String scenario) {
        return new PreparedScenario(read(scenario));
    }

    /** What a scenario says of itself. */
    static String description(String scenario) {
        String description = read(scenario).title().description();
        if (description == null) {
            throw new IllegalStateException(scenario + " has no description");
        }
        return description;
    }
}
