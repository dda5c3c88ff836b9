package dev.countermand.scenario.conformance;

import dev.countermand.loop.PythonVersion;
import dev.countermand.scenario.generate.Decisions;
import dev.countermand.scenario.generate.ScenarioGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Generated scenarios, written to files so that every Python can read them. */
final class GeneratedFiles {
    private GeneratedFiles() {}

    /** The document of a seed. */
    static JsonNode document(long seed) {
        return ScenarioGenerator.generate("generated " + seed, Decisions.seeded(seed));
    }

    /** The files of those seeds, from one on, whose documents can be played on a version. */
    static List<Path> write(Path folder, long firstSeed, int count, PythonVersion version) {
        List<Path> files = new ArrayList<>();
        try {
            Files.createDirectories(folder);
            for (long seed = firstSeed; seed < firstSeed + count; seed++) {
                JsonNode document = document(seed);
                if (ScenarioGenerator.versions(document).contains(version)) {
                    Path file = folder.resolve(seed + ".scenario.json");
                    Files.writeString(file, document.toString());
                    files.add(file);
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return files;
    }
}
