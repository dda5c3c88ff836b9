package dev.countermand.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The repository that the site is made of. Paths are from its root, with slashes.
 *
 * @param root its root folder
 */
record Checkout(Path root) {
    boolean hasFile(String path) {
        return Files.isRegularFile(root.resolve(path));
    }

    boolean hasFolder(String path) {
        return Files.isDirectory(root.resolve(path));
    }

    String text(String path) {
        if (!hasFile(path)) {
            throw new SiteException("expected a file " + path + " in the repository");
        }
        try {
            return Files.readString(root.resolve(path), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The files directly in a folder whose names have an ending, sorted. */
    List<String> files(String folder, String ending) {
        try (Stream<Path> files = Files.list(root.resolve(folder))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ending))
                    .sorted()
                    .map(name -> folder + "/" + name)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    void copy(String path, Path target) {
        try {
            Files.createDirectories(target.getParent());
            Files.write(target, Files.readAllBytes(root.resolve(path)));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
