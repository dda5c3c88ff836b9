package dev.countermand.cli.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The scenarios that come with the program.
 *
 * <p>A class path cannot be listed portably, and reading every scenario to show one line of it
 * would be slow, so an index is kept beside them: a line has a file's path, its scenario's name and
 * its description, with tabs between. A test holds the index to the files and rewrites it when
 * asked.
 */
public final class Library {
    /** The folder of the scenarios on the class path. */
    public static final String FOLDER = "/dev/countermand/scenario/library/";

    private static final String INDEX = "index.txt";

    private Library() {}

    /**
     * One scenario of the library.
     *
     * @param path its file below {@link #FOLDER}
     * @param title the scenario's own name
     * @param description what it is about, empty if it does not say
     */
    public record Entry(String path, String title, String description) {

        /** The name under which the command line knows it: its file's, without the suffix. */
        public String name() {
            return ScenarioSource.stem(file());
        }

        /** The file's name without its folder. */
        public String file() {
            return path.substring(path.lastIndexOf('/') + 1);
        }

        /** The folder that groups it with others of its kind, empty at the top. */
        public String group() {
            int slash = path.lastIndexOf('/');
            return slash < 0 ? "" : path.substring(0, slash);
        }
    }

    /** All scenarios, in the order of their paths. */
    public static List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        byte[] index = resource(INDEX);
        if (index != null) {
            for (String line : new String(index, StandardCharsets.UTF_8).split("\n")) {
                String[] fields = line.split("\t", -1);
                if (fields.length == 3) {
                    entries.add(new Entry(fields[0], fields[1], fields[2]));
                }
            }
        }
        return entries;
    }

    /**
     * The scenario of a name.
     *
     * @throws IllegalStateException if the library has none of that name
     */
    public static ScenarioSource require(String name) {
        ScenarioSource found = find(name);
        if (found == null) {
            throw new IllegalStateException("the library has no scenario " + name);
        }
        return found;
    }

    /** The scenario of a name or file name, null if there is none. */
    static @Nullable ScenarioSource find(String nameOrFile) {
        for (Entry entry : entries()) {
            if (entry.name().equals(nameOrFile) || entry.file().equals(nameOrFile)) {
                byte[] bytes = resource(entry.path());
                if (bytes == null) {
                    throw new IllegalStateException("the library's index names " + entry.path()
                            + ", which is not there");
                }
                return new ScenarioSource(entry.name(), entry.file(), true, bytes);
            }
        }
        return null;
    }

    private static byte @Nullable [] resource(String path) {
        try (InputStream in = Library.class.getResourceAsStream(FOLDER + path)) {
            return in == null ? null : in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
