package dev.countermand.project;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The files of this repository: everything but what is built, fetched, or hidden. */
final class Repository {
    private static final Set<String> NOT_SOURCES =
            Set.of("target", "node_modules", "__pycache__", "build");
    private static final Set<String> TEXT_ENDINGS =
            Set.of("java", "py", "js", "mjs", "ts", "md", "xml", "html", "css", "json", "yml",
                    "yaml", "sh", "toml", "txt", "properties");

    private final Path root;

    private Repository(Path root) {
        this.root = root;
    }

    /** The repository in which the tests run. */
    static Repository here() {
        Path at = Path.of("").toAbsolutePath();
        while (at != null && !Files.isDirectory(at.resolve("sim-loop").resolve("src"))) {
            at = at.getParent();
        }
        if (at == null) {
            throw new IllegalStateException("the tests do not run inside the repository");
        }
        return new Repository(at);
    }

    boolean contains(String path) {
        return Files.exists(root.resolve(path));
    }

    /** All text files, sorted by path. */
    List<SourceFile> files() {
        List<SourceFile> files = new ArrayList<>();
        try {
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
                    String name = dir.getFileName().toString();
                    boolean skipped = !dir.equals(root)
                            && (name.startsWith(".") || NOT_SOURCES.contains(name));
                    return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                        throws IOException {
                    String name = file.getFileName().toString();
                    if (TEXT_ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1))) {
                        files.add(read(file));
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        files.sort((a, b) -> a.path().compareTo(b.path()));
        return files;
    }

    private SourceFile read(Path file) throws IOException {
        String path = root.relativize(file).toString().replace('\\', '/');
        return new SourceFile(path, Files.readString(file, StandardCharsets.UTF_8));
    }
}
