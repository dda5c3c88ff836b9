package dev.countermand.report;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Replaces a file's content whole or not at all: a reader sees the old file or the new one, also
 * when the machine stops in between.
 */
final class AtomicFile {
    /** So many abandoned temporary files in one folder mean that something else is wrong. */
    private static final int TEMPORARY_NAMES = 1000;

    private AtomicFile() {}

    static void write(Path file, byte[] bytes) throws IOException {
        Path target = file.toAbsolutePath();
        Path folder = target.getParent();
        if (folder == null || Files.isDirectory(target)) {
            throw new IOException("it is a directory");
        }
        Files.createDirectories(folder);
        Path temporary = createTemporary(folder);
        try {
            try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
                ByteBuffer rest = ByteBuffer.wrap(bytes);
                while (rest.hasRemaining()) {
                    channel.write(rest);
                }
                channel.force(true);
            }
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** Takes the first free name, as names drawn at random would differ from run to run. */
    private static Path createTemporary(Path folder) throws IOException {
        for (int number = 0; number < TEMPORARY_NAMES; number++) {
            try {
                return Files.createFile(folder.resolve(".trace-" + number + ".tmp"));
            } catch (FileAlreadyExistsException taken) {
                // Another writer is at work in the same folder, or was stopped there.
            }
        }
        throw new IOException("too many files .trace-*.tmp lie in its folder");
    }
}
