package dev.countermand.cli.source;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Where the source files of a project are: a stack names a file, and a reader of code scanning
 * results needs its folder too.
 */
public final class SourceFiles {
    private static final Set<String> LANGUAGES = Set.of("java", "kt", "scala", "groovy");

    /** What builds make, and what others' code lies in. */
    private static final Set<String> PASSED_OVER = Set.of("target", "build", "out", "node_modules");

    /** Of a larger tree, such as a home folder, the rest is not looked at. */
    private static final int MOST_FILES = 200_000;

    private SourceFiles() {}

    /**
     * The source files below a folder by their names, relative to it. A name that two files have
     * says nothing and is left out.
     */
    public static Map<String, String> below(Path folder) {
        Map<String, String> places = new TreeMap<>();
        Set<String> ambiguous = new TreeSet<>();
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                private int seen;

                @Override
                public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes facts) {
                    String name = String.valueOf(path.getFileName());
                    return !path.equals(folder)
                            && (name.startsWith(".") || PASSED_OVER.contains(name))
                            ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path path, BasicFileAttributes facts) {
                    String name = path.getFileName().toString();
                    String place = folder.relativize(path).toString().replace('\\', '/');
                    if (LANGUAGES.contains(name.substring(name.lastIndexOf('.') + 1))
                            && places.putIfAbsent(name, place) != null) {
                        ambiguous.add(name);
                    }
                    return ++seen < MOST_FILES
                            ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path path, IOException failure) {
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException unreadable) {
            // What could not be looked at is not known.
            ambiguous.addAll(places.keySet());
        }
        places.keySet().removeAll(ambiguous);
        return places;
    }
}
