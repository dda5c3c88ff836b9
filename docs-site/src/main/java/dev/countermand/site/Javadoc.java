package dev.countermand.site;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The Javadoc of all published modules in one, by the javadoc tool of the running JDK. */
final class Javadoc {
    private static final Pattern MODULE =
            Pattern.compile("<artifactId>([^<]+)</artifactId>");
    private static final String SOURCES = "/src/main/java/";

    private static final String GIVEN =
            "docs-site/src/main/resources/dev/countermand/site";

    private final Checkout checkout;
    private final Path target;
    private final Path given;

    /** Javadoc of a repository, to be written into a folder. */
    Javadoc(Checkout checkout, Path target) {
        this.checkout = checkout;
        this.target = target;
        this.given = checkout.root().resolve(GIVEN);
    }

    /** Where the documentation of a source file would be, from the root of the site. */
    static String pageOf(String source) {
        int at = source.indexOf(SOURCES);
        if (at < 0 || !source.endsWith(".java")) {
            return "";
        }
        return ("api/" + source.substring(at + SOURCES.length()))
                .replaceFirst("package-info\\.java$", "package-summary.html")
                .replaceFirst("\\.java$", ".html");
    }

    /** The modules that the bill of materials names. */
    private List<String> modules() {
        String bill = checkout.text("countermand-bom/pom.xml");
        Matcher module = MODULE.matcher(bill.substring(bill.indexOf("<dependencies>")));
        List<String> modules = new ArrayList<>();
        while (module.find()) {
            modules.add(module.group(1));
        }
        return modules;
    }

    /** Writes it, unless what is there was made of the same sources by the same JDK. */
    void write() {
        Map<String, List<Path>> sources = new LinkedHashMap<>();
        modules().forEach(module -> sources.put(module, sourcesOf(module)));
        List<String> options = options(sources);
        Path stamp = target.getParent().resolveSibling("api.stamp");
        List<Path> inputs = new ArrayList<>(List.of(
                given.resolve("assets/api.css"), given.resolve("overview.html")));
        sources.values().forEach(inputs::addAll);
        String now = Stamp.of(options, inputs);
        try {
            if (!Files.exists(stamp) || !Files.readString(stamp).equals(now)) {
                Folder.delete(target);
                run(options);
                Files.writeString(stamp, now);
            }
            JavadocRepairs.make(target);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private List<String> options(Map<String, List<Path>> sources) {
        List<String> options = new ArrayList<>(List.of(
                "-d", target.toString(), "-quiet", "-notimestamp", "-Xdoclint:all,-missing",
                "-Werror", "--release", "17", "-encoding", "UTF-8", "-docencoding", "UTF-8",
                "-charset", "UTF-8", "-locale", "en", "-classpath",
                System.getProperty("java.class.path"),
                "-windowtitle", "Countermand", "-doctitle", "Countermand: Javadoc of all modules",
                "-header", "<a href=\"{@docRoot}/../index.html\">Countermand</a>",
                "--allow-script-in-comments",
                "-top", "<script src=\"{@docRoot}/../assets/theme.js\"></script>",
                "--add-stylesheet", given.resolve("assets/api.css").toString(),
                "-overview", given.resolve("overview.html").toString()));
        sources.forEach((module, files) -> {
            options.add("-group");
            options.add(module);
            options.add(files.stream()
                    .map(file -> packageOf(module, file))
                    .distinct().sorted()
                    .collect(Collectors.joining(":")));
        });
        sources.values().forEach(files -> files.forEach(file -> options.add(file.toString())));
        return options;
    }

    private List<Path> sourcesOf(String module) {
        try (Stream<Path> files = Files.walk(checkout.root().resolve(module + SOURCES))) {
            return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private String packageOf(String module, Path file) {
        return checkout.root().resolve(module + SOURCES).relativize(file.getParent()).toString()
                .replace('\\', '/').replace('/', '.');
    }

    private static void run(List<String> options) {
        ToolProvider tool = ToolProvider.findFirst("javadoc").orElseThrow(() ->
                new SiteException("expected a JDK with the javadoc tool, found "
                        + System.getProperty("java.home")));
        StringWriter said = new StringWriter();
        PrintWriter printer = new PrintWriter(said);
        int code = tool.run(printer, printer, options.toArray(String[]::new));
        if (code != 0) {
            throw new SiteException("javadoc ended with " + code + ":\n" + said);
        }
    }

    /** The pages, from the root of the site. */
    Set<String> pages() {
        try (Stream<Path> files = Files.walk(target)) {
            return files.filter(file -> file.toString().endsWith(".html"))
                    .map(file -> target.getParent().relativize(file).toString()
                            .replace('\\', '/'))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
