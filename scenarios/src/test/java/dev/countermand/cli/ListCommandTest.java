package dev.countermand.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countermand.cli.source.Library;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListCommandTest {
    @TempDir
    private Path folder;

    @Test
    void everyBuiltInScenarioIsListedWithItsDescriptionInWholeWords() {
        Shell.Result result = new Shell(folder).run("list");
        assertThat(result.code()).isZero();
        List<String> lines = result.out().lines().toList();
        assertThat(lines).allMatch(line -> line.length() <= 100);
        String running = String.join(" ", result.out().split("\\s+"));
        for (Library.Entry entry : Library.entries()) {
            assertThat(lines).contains("  " + entry.name());
            assertThat(running).contains(entry.name() + " " + entry.description());
        }
        assertThat(lines.get(lines.size() - 1)).isEqualTo(Library.entries().size() + " scenarios");
    }

    @Test
    void aBuiltInScenarioNeedsNoFileAnywhere() {
        Shell shell = new Shell(folder);
        for (Library.Entry entry : Library.entries()) {
            Shell.Result result = shell.run("events", entry.name());
            assertThat(result.code()).as(entry.name() + result.err()).isZero();
            assertThat(result.out()).as(entry.name()).contains("\"event\": \"run\"");
        }
    }

    @Test
    void aFileGoesBeforeABuiltInScenarioOfItsName() {
        Shell shell = new Shell(folder);
        String name = Library.entries().get(0).name();
        shell.write(name, Samples.QUIET);
        assertThat(shell.run("run", name).out()).startsWith("quiet\n");
    }
}
