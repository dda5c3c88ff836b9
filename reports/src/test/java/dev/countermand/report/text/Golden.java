package dev.countermand.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file of the repository that holds what a test expects. */
public final class Golden {
    private static final boolean UPDATE = "update".equals(System.getProperty("countermand.golden"));
    private static final Path FOLDER =
            Path.of("src/test/resources/dev/countermand/report/text");

    private Golden() {}

    /** Fails unless the file holds this text; with the flag, writes it there. */
    public static void assertHolds(String name, String text) throws IOException {
        Path file = FOLDER.resolve(name);
        if (UPDATE) {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, text);
        }
        assertThat(Files.exists(file) ? Files.readString(file) : "")
                .as("%s; run with -Dcountermand.golden=update to refresh it", file)
                .isEqualTo(text);
    }
}
