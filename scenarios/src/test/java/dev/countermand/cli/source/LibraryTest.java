package dev.countermand.cli.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countermand.loop.PythonVersion;
import dev.countermand.scenario.model.Scenario;
import dev.countermand.scenario.read.Golden;
import dev.countermand.scenario.read.ScenarioReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LibraryTest {
    private static final Path FOLDER = Path.of("src/main/resources" + Library.FOLDER);

    @Test
    void theIndexNamesEveryScenarioOfTheFolder() throws IOException {
        StringBuilder index = new StringBuilder();
        for (String path : paths()) {
            Scenario scenario = ScenarioReader.read(FOLDER.resolve(path));
            String description = scenario.title().description();
            String line = path + "\t" + scenario.name() + "\t"
                    + (description == null ? "" : description);
            assertThat(line.chars().filter(c -> c < ' ')).as(path).hasSize(2);
            index.append(line).append('\n');
        }
        Golden.assertHolds(FOLDER.resolve("index.txt"), index.toString());
    }

    private static List<String> paths() throws IOException {
        List<String> paths = new ArrayList<>();
        try (Stream<Path> files = Files.walk(FOLDER)) {
            files.filter(file -> file.toString().endsWith(".scenario.json"))
                    .map(file -> FOLDER.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .forEach(paths::add);
        }
        assertThat(paths).hasSizeGreaterThan(50);
        return paths;
    }

    @Test
    void everyNameIsThatOfOneScenarioAndFindsIt() {
        List<String> names = new ArrayList<>();
        for (Library.Entry entry : Library.entries()) {
            names.add(entry.name());
            ScenarioSource byName = Library.find(entry.name());
            ScenarioSource byFile = Library.find(entry.file());
            assertThat(byName).as(entry.name()).isNotNull();
            assertThat(byFile).as(entry.file()).isNotNull();
            assertThat(byName.sha256()).isEqualTo(byFile.sha256());
            assertThat(byName.isBuiltIn()).isTrue();
            assertThat(byName.prepare(PythonVersion.PYTHON_3_14).scenario().name())
                    .isEqualTo(entry.title());
        }
        assertThat(names).isNotEmpty().doesNotHaveDuplicates();
    }

    @Test
    void aNameThatIsNoScenarioFindsNone() {
        assertThat(Library.find("")).isNull();
        assertThat(Library.find("bugs")).isNull();
        assertThat(Library.find("index.txt")).isNull();
    }
}
