package dev.countermand.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Long work says how far it is, to a person and to nobody else. */
class ProgressTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(textBlock = """
            exhaust lock-wakeup-lost-fixed, 1 runs
            bench --only account --strategy pct --seeds 2, [####################] 1 of 1 programs
            explore lock-wakeup-lost-fixed --runs 2000, '[####################] 2,000 of 2,000 runs'
            """)
    void aPersonSeesALineThatGoesAwayAndAPipeSeesNone(String command, String shown) {
        Shell shell = new Shell(folder);
        Shell.Result piped = shell.run(command.split(" "));
        Shell.Result watched = shell.onTerminal().run(command.split(" "));
        assertThat(piped.err()).isEmpty();
        assertThat(watched.err()).contains("\r" + shown).endsWith("\r");
        assertThat(watched.out()).isEqualTo(piped.out()).isNotEmpty();
    }
}
