package dev.countermand.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class ShellWordTest {
    @Property(tries = 60, seed = "20261122")
    void aRealShellReadsTheWordBack(
            @ForAll @CharRange(from = ' ', to = '~') @StringLength(max = 30) String word)
            throws IOException, InterruptedException {
        Process shell = new ProcessBuilder("sh", "-c", "printf %s " + ShellWord.of(word)).start();
        byte[] printed = shell.getInputStream().readAllBytes();
        assertThat(shell.waitFor()).isZero();
        assertThat(new String(printed, StandardCharsets.UTF_8)).isEqualTo(word);
    }

    @Test
    void anOrdinaryPathStaysAsItIs() {
        assertThat(ShellWord.of("../traces/a-1.trace.json")).isEqualTo("../traces/a-1.trace.json");
        assertThat(ShellWord.of("it's here")).isEqualTo("'it'\\''s here'");
        assertThat(ShellWord.of("")).isEqualTo("''");
    }
}
