package dev.countermand.scenario.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file of the repository that holds what a test expects. */
public final class Golden {

    private static final boolean UPDATE = "update".equals(System.getProperty("countermand.golden"));

    private Golden() {}

    /** Fails unless the file holds this text; with the flag, writes it there. */
    public static void assertHolds(Path file, String text) throws IOException {
        if (UPDATE) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        }
        assertThat(Files.exists(file) ? Files.readString(file) : "")
                .as("%s; run with -Dcountermand.golden=update to refresh it", file)
                .isEqualTo(text);
    }
}
