package dev.countermand.site;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which pages there are, in reading order: the file {@code contents.txt}.
 *
 * @param parts the parts of the sidebar
 */
public record Contents(List<Part> parts) {
    /** The source of the Javadoc, which is no file. */
    public static final String API = "api";

    private static final String OWN_TITLE = "*";

    /** How a part of the sidebar begins. */
    public enum Fold {
        /** Its pages are in sight. */
        OPEN,
        /** Its pages are in sight when it is opened, or when one of them is read. */
        CLOSED
    }

    /**
     * A part of the sidebar.
     *
     * @param title its heading
     * @param fold how it begins
     * @param entries its pages
     */
    public record Part(String title, Fold fold, List<Entry> entries) {
        /** Whether its pages are in sight only when it is opened; for the templates. */
        public boolean isClosed() {
            return fold == Fold.CLOSED;
        }
    }

    /**
     * A page.
     *
     * @param source the file it is made of, from the root of the repository
     * @param page where it is, from the root of the site
     * @param label what the sidebar calls it
     */
    public record Entry(String source, String page, String label) {}

    /** The contents of this project's site. */
    static Contents of(Checkout checkout) {
        try (InputStream in = Contents.class.getResourceAsStream("contents.txt")) {
            return read(new String(in.readAllBytes(), StandardCharsets.UTF_8), checkout);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Contents read(String text, Checkout checkout) {
        List<Part> parts = new ArrayList<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            if (line.startsWith("= ") || line.startsWith("- ")) {
                Fold fold = line.startsWith("=") ? Fold.OPEN : Fold.CLOSED;
                parts.add(new Part(line.substring(2).strip(), fold, new ArrayList<>()));
                continue;
            }
            String[] cells = line.split("\\|", -1);
            if (cells.length != 3 || parts.isEmpty()) {
                throw new SiteException("contents.txt, line " + number
                        + ": expected \"source | page | label\" in a part, found: " + line);
            }
            parts.get(parts.size() - 1).entries().addAll(entries(new Entry(
                    cells[0].strip(), cells[1].strip(), cells[2].strip()), parts, checkout));
        }
        return new Contents(List.copyOf(parts));
    }

    private static List<Entry> entries(Entry line, List<Part> before, Checkout checkout) {
        int star = line.source().indexOf("*.md");
        if (star < 0) {
            return List.of(named(line, checkout));
        }
        List<Entry> entries = new ArrayList<>();
        String folder = line.source().substring(0, star - 1);
        for (String file : checkout.files(folder, ".md")) {
            String name = file.substring(star, file.length() - ".md".length());
            boolean listed = before.stream().flatMap(part -> part.entries().stream())
                    .anyMatch(entry -> entry.source().equals(file));
            if (!listed) {
                entries.add(named(new Entry(file, line.page().replace(OWN_TITLE, name),
                        line.label()), checkout));
            }
        }
        return entries;
    }

    private static Entry named(Entry entry, Checkout checkout) {
        if (!entry.label().equals(OWN_TITLE)) {
            return entry;
        }
        String title = Markdown.titleOf(entry.source(), checkout.text(entry.source()));
        return new Entry(entry.source(), entry.page(), title);
    }

    /** All pages in reading order. */
    List<Entry> entries() {
        return parts.stream().flatMap(part -> part.entries().stream()).toList();
    }

    /** The page made of a file. */
    Optional<Entry> of(String source) {
        return entries().stream().filter(entry -> entry.source().equals(source)).findFirst();
    }
}
