package dev.countermand.junit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.platform.engine.OutputDirectoryCreator;
import org.junit.platform.engine.TestDescriptor;

/** Where tests that are run by tests attach files. */
final class OutputFolder implements OutputDirectoryCreator {
    @Override
    public Path getRootDirectory() {
        return Path.of("target", "attached");
    }

    @Override
    public Path createOutputDirectory(TestDescriptor test) throws IOException {
        return Files.createDirectories(getRootDirectory().resolve(
                test.getUniqueId().getLastSegment().getValue().replaceAll("[^A-Za-z0-9]", "-")));
    }
}
