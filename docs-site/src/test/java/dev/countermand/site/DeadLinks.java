package dev.countermand.site;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Finds what a page links to or loads that is not there. */
final class DeadLinks {
    /** What loads or leads to something, and by which attribute. */
    private static final Map<String, String> REFERENCES = Map.of("a[href]", "href",
            "link[href]", "href", "script[src]", "src", "img[src]", "src");

    private final Path root;
    private final String page;
    private final List<String> found = new ArrayList<>();

    private DeadLinks(Path root, String page) {
        this.root = root;
        this.page = page;
    }

    /** One line for each link of a page that leads nowhere. */
    static List<String> of(Path root, String page, Document document) {
        DeadLinks links = new DeadLinks(root, page);
        REFERENCES.forEach((selector, attribute) -> {
            for (Element element : document.select(selector)) {
                links.check(element, element.attr(attribute));
            }
        });
        return links.found;
    }

    private void check(Element element, String reference) {
        String complaint = complaint(element, reference);
        if (!complaint.isEmpty()) {
            found.add(page + ": " + reference + " " + complaint);
        }
    }

    private String complaint(Element element, String reference) {
        if (reference.startsWith("https://")) {
            boolean leads = element.nameIs("a");
            boolean shaped = URI.create(reference).getHost() != null;
            return !leads ? "is loaded from elsewhere" : shaped ? "" : "has no host";
        }
        if (reference.matches("[a-z][a-z0-9+.-]*:.*") || reference.startsWith("//")) {
            // Javadoc's buttons do something instead of leading somewhere.
            return reference.startsWith("javascript:") && page.startsWith("api/")
                    ? "" : "is neither https nor a file of the site";
        }
        int hash = reference.indexOf('#');
        String path = decoded(hash < 0 ? reference : reference.substring(0, hash))
                .replaceFirst("\\?.*", "");
        String target = path.isEmpty() ? page : fileBehind(path);
        if (target.startsWith("..") || !Files.isRegularFile(root.resolve(target))) {
            return "is no file of the site";
        }
        String fragment = hash < 0 ? "" : decoded(reference.substring(hash + 1));
        boolean anchored = fragment.isEmpty() || WrittenSite.anchors(target).contains(fragment);
        return anchored ? "" : "has no such anchor";
    }

    private String fileBehind(String path) {
        Path from = Path.of("/" + page).getParent();
        Path target = from.resolve(path).normalize();
        return target.toString().replace('\\', '/').substring(1);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
