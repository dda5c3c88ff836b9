package dev.countermand.fence.scan;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the class files of the code under test are: those in folders, as a build has just compiled
 * them, and those in jars that were asked for by the beginning of their names.
 *
 * <p>This library's own classes are not under test, except those that lie with the start class.
 */
final class ClassFiles {
    private static final String OURS = "dev/countermand/";

    private final @Nullable ClassLoader loader;
    private final List<String> prefixes;
    private final String root;

    /**
     * Class files as a class sees them.
     *
     * @param prefixes how names begin, with dots, that are read from jars too
     */
    ClassFiles(Class<?> start, List<String> prefixes) {
        this.loader = start.getClassLoader();
        this.prefixes = prefixes.stream().map(prefix -> prefix.replace('.', '/')).toList();
        this.root = root(start.getName().replace('.', '/'));
    }

    private String root(String name) {
        URL file = loader == null ? null : loader.getResource(name + ".class");
        return file == null ? "" : rootOf(file, name);
    }

    private static String rootOf(URL file, String name) {
        String text = file.toString();
        return text.substring(0, Math.max(0, text.length() - name.length() - ".class".length()));
    }

    /** The bytes of a class, if it is under test. */
    Optional<byte[]> read(String name) throws IOException {
        URL file = loader == null ? null : loader.getResource(name + ".class");
        if (file == null || !isUnderTest(file, name)) {
            return Optional.empty();
        }
        try (InputStream in = file.openStream()) {
            return Optional.of(in.readAllBytes());
        }
    }

    private boolean isUnderTest(URL file, String name) {
        return prefixes.stream().anyMatch(name::startsWith)
                || file.getProtocol().equals("file")
                        && (!name.startsWith(OURS) || rootOf(file, name).equals(root));
    }
}
