package dev.countermand.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countermand.cli.terminal.Streams;
import dev.countermand.cli.terminal.Surroundings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InternalErrorTest {
    @TempDir
    private Path folder;

    @Test
    void aDefectIsOneLineThatAsksForAReport() {
        Shell.Result result = batchFrom(new Defective());
        assertThat(result.code()).isEqualTo(70);
        assertThat(result.out()).isEmpty();
        assertThat(result.err().lines()).hasSize(1);
        assertThat(result.err()).contains("internal error", "report", "a defect");
    }

    @Test
    void debugAddsTheStackTrace() {
        Shell.Result result = batchFrom(new Defective(), "--debug");
        assertThat(result.code()).isEqualTo(70);
        assertThat(result.err()).contains("\tat " + Defective.class.getName());
    }

    @Test
    void standardInputThatCannotBeReadIsNoDefect() {
        Shell.Result result = batchFrom(new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("it is gone");
            }
        });
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err())
                .isEqualTo("countermand: standard input: cannot be read: it is gone\n");
    }

    private Shell.Result batchFrom(InputStream in, String... options) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Streams streams = new Streams(in,
                new PrintStream(out, false, StandardCharsets.UTF_8),
                new PrintStream(err, false, StandardCharsets.UTF_8));
        String[] words = new String[options.length + 2];
        System.arraycopy(options, 0, words, 2, options.length);
        words[0] = "events";
        words[1] = "--batch";
        int code = Countermand.run(
                new Surroundings(streams, folder, "countermand", false), words);
        return new Shell.Result(code, out.toString(StandardCharsets.UTF_8),
                err.toString(StandardCharsets.UTF_8));
    }

    /** What no input should be able to cause. */
    private static final class Defective extends InputStream {
        @Override
        public int read() {
            throw new IllegalStateException("a defect");
        }
    }
}
