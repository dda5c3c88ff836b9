package dev.countermand.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Folders that are made anew. */
final class Folder {
    private Folder() {}

    /** Deletes a folder, if there is one, with all that it holds. */
    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> deepestFirst;
        try (Stream<Path> all = Files.walk(folder)) {
            deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : deepestFirst) {
            Files.delete(path);
        }
    }

    /** Deletes all that a folder holds but one. */
    static void deleteAllBut(String kept, Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> children;
        try (Stream<Path> all = Files.list(folder)) {
            children = all.filter(path -> !path.getFileName().toString().equals(kept)).toList();
        }
        for (Path child : children) {
            delete(child);
        }
    }
}
