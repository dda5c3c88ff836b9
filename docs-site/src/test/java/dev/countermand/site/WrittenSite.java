package dev.countermand.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** The site that the build has just written, and the repository it was made of. */
final class WrittenSite {
    private static final Path HERE = Path.of("").toAbsolutePath();
    static final Checkout CHECKOUT = new Checkout(HERE.resolve("..").normalize());
    static final Path ROOT = HERE.resolve("target/site");

    private static final Map<String, Set<String>> ANCHORS = new LinkedHashMap<>();

    private WrittenSite() {}

    /** All files below a folder, from that folder, sorted. */
    static List<String> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The pages but those of the Javadoc. */
    static List<String> pages() {
        return files(ROOT).stream()
                .filter(file -> file.endsWith(".html") && !file.startsWith("api/"))
                .toList();
    }

    /** All pages. */
    static List<String> allPages() {
        return files(ROOT).stream().filter(file -> file.endsWith(".html")).toList();
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Document page(String page) {
        return Jsoup.parse(text(ROOT.resolve(page)));
    }

    /** The anchors of a page; a page is read once. */
    static Set<String> anchors(String page) {
        return ANCHORS.computeIfAbsent(page, name -> {
            Set<String> anchors = new LinkedHashSet<>();
            for (Element element : page(name).select("[id], a[name]")) {
                anchors.add(element.id().isEmpty() ? element.attr("name") : element.id());
            }
            return anchors;
        });
    }

    /** The bytes of all files of a folder but the Javadoc, as text that can be compared. */
    static Map<String, String> contentOf(Path folder) {
        Map<String, String> content = new TreeMap<>();
        files(folder).stream()
                .filter(file -> !file.startsWith("api/") && !file.endsWith(".png"))
                .forEach(file -> content.put(file, text(folder.resolve(file))));
        return content;
    }
}
