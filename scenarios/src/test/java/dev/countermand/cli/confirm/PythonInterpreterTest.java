package dev.countermand.cli.confirm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PythonInterpreterTest {
    private static final Path FOLDER =
            Path.of("src/main/resources/dev/countermand/scenario/python");

    @Test
    void everyModuleOfTheInterpreterIsUnpacked() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            List<String> modules = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".py"))
                    .map(name -> name.substring(0, name.length() - ".py".length()))
                    .sorted()
                    .toList();
            assertThat(PythonInterpreter.MODULES).containsExactlyElementsOf(modules);
        }
    }
}
