package dev.countermand.site;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jsoup.nodes.Element;

/**
 * Where the links of a file lead on the site: to pages, to pages of source, to pictures. Each file
 * has its own, as links are relative; what they lead to is gathered for all in {@link Found}.
 */
final class Links {
    private static final int LARGEST_SOURCE = 200_000;

    private final Checkout checkout;
    private final Contents contents;
    private final String source;
    private final String page;
    private final Found found;

    /** The links of the file that a page is made of. */
    Links(Checkout checkout, Contents contents, Contents.Entry entry, Found found) {
        this.checkout = checkout;
        this.contents = contents;
        this.source = entry.source();
        this.page = entry.page();
        this.found = found;
    }

    /**
     * What the pages link to and what therefore must be on the site.
     *
     * @param sources files that get a page with their text
     * @param pictures files that are copied
     */
    record Found(Set<String> sources, Set<String> pictures) {
        Found() {
            this(new TreeSet<>(), new TreeSet<>());
        }
    }

    /** Where the page with the text of a file is. */
    static String sourcePage(String path) {
        return "source/" + path + ".html";
    }

    /** Gives all links and pictures below an element the address that they have on the site. */
    void resolveIn(Element body) {
        for (Element link : new ArrayList<>(body.select("a[href]"))) {
            resolve(link);
        }
        for (Element picture : body.select("img[src]")) {
            String path = pathOf(picture.attr("src"));
            require(path, picture.attr("src"));
            found.pictures().add(path);
            picture.attr("src", relative("images/" + fileName(path)));
        }
    }

    private void resolve(Element link) {
        String href = link.attr("href");
        if (href.startsWith("https://")) {
            link.addClass("elsewhere").attr("rel", "noopener");
            return;
        }
        if (href.startsWith("#")) {
            return;
        }
        if (URI.create(href).getScheme() != null) {
            throw new SiteException(source + ": expected a link to a file or to https, found "
                    + href);
        }
        int hash = href.indexOf('#');
        String fragment = hash < 0 ? "" : href.substring(hash);
        String path = pathOf(hash < 0 ? href : href.substring(0, hash));
        Optional<String> target = targetOf(path, href);
        if (target.isPresent()) {
            link.attr("href", relative(target.get()) + fragment);
        } else {
            // What has no page, such as a folder or a built file, is named without a link.
            link.tagName("span").removeAttr("href").attr("title", path);
        }
    }

    private Optional<String> targetOf(String path, String href) {
        if (path.equals("README.md")) {
            return Optional.of("index.html");
        }
        Optional<Contents.Entry> entry = contents.of(path);
        if (entry.isPresent()) {
            return Optional.of(entry.get().page());
        }
        if (checkout.hasFolder(path)) {
            return Optional.empty();
        }
        require(path, href);
        if (path.endsWith(".md")) {
            throw new SiteException(source + " links to " + path
                    + ", which contents.txt does not list");
        }
        if (checkout.text(path).length() > LARGEST_SOURCE) {
            return Optional.empty();
        }
        found.sources().add(path);
        return Optional.of(sourcePage(path));
    }

    private void require(String path, String href) {
        if (!checkout.hasFile(path)) {
            throw new SiteException(source + ": expected a file behind the link " + href);
        }
    }

    /** A link of the file as a path from the root of the repository. */
    private String pathOf(String href) {
        List<String> parts = new ArrayList<>();
        int slash = source.lastIndexOf('/');
        String from = slash < 0 ? "" : source.substring(0, slash + 1);
        for (String part : (from + href).split("/")) {
            if (part.equals("..")) {
                if (parts.isEmpty()) {
                    throw new SiteException(source + ": the link " + href
                            + " leaves the repository");
                }
                parts.remove(parts.size() - 1);
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.add(part);
            }
        }
        return String.join("/", parts);
    }

    /** The address of a file of the site, from the page. */
    private String relative(String target) {
        return rootOf(page) + target;
    }

    /** The way from a page up to the root of the site. */
    static String rootOf(String page) {
        return "../".repeat((int) page.chars().filter(letter -> letter == '/').count());
    }

    private static String fileName(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
