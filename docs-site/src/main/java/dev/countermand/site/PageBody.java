package dev.countermand.site;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** The body of a page: what Markdown gave, with links that work on the site. */
final class PageBody {
    private static final int DESCRIPTION_LENGTH = 160;

    private final Document document;
    private final Element heading;

    private PageBody(Document document, Element heading) {
        this.document = document;
        this.heading = heading;
    }

    /**
     * A heading that the table of contents of a page lists.
     *
     * @param id its anchor
     * @param text what it says
     * @param level 2 or 3
     */
    public record Section(String id, String text, int level) {}

    /** The body of a page. */
    static PageBody of(String html, Links links) {
        Document document = Jsoup.parseBodyFragment(html);
        document.outputSettings().prettyPrint(false);
        links.resolveIn(document.body());
        BenchTable.tint(document.body());
        wrapTables(document.body());
        linkHeadings(document.body());
        Element first = document.selectFirst("h1");
        Element heading = first == null ? new Element("h1") : first;
        heading.remove();
        return new PageBody(document, heading);
    }

    /** Wide tables scroll by themselves, by keyboard too. */
    private static void wrapTables(Element body) {
        String above = "Table";
        for (Element element : body.select("h1, h2, h3, table")) {
            if (!element.nameIs("table")) {
                above = element.text();
                continue;
            }
            Element frame = new Element("div").addClass("table")
                    .attr("tabindex", "0").attr("role", "group")
                    .attr("aria-label", "Table: " + above);
            element.replaceWith(frame);
            frame.appendChild(element);
            element.select("th").attr("scope", "col");
            for (Element empty : element.select("th:matchesWholeText(^$)")) {
                empty.tagName("td");
            }
        }
    }

    private static void linkHeadings(Element body) {
        for (Element heading : body.select("h2[id], h3[id]")) {
            heading.appendElement("a").addClass("here").attr("href", "#" + heading.id())
                    .attr("aria-label", "Link to this section").text("#");
        }
    }

    String html() {
        return document.body().html();
    }

    /** The heading of the page, which is not part of its body, as text. */
    String title() {
        return heading.text();
    }

    /** The same as HTML. */
    String heading() {
        return heading.html();
    }

    /** The beginning of the first paragraph. */
    String description() {
        Element paragraph = document.selectFirst("p");
        String text = paragraph == null ? title() : paragraph.text();
        if (text.length() <= DESCRIPTION_LENGTH) {
            return text;
        }
        return text.substring(0, text.lastIndexOf(' ', DESCRIPTION_LENGTH)) + " ..";
    }

    List<Section> sections() {
        return document.select("h2[id], h3[id]").stream()
                .map(heading -> new Section(heading.id(), textOf(heading),
                        heading.nameIs("h2") ? 2 : 3))
                .toList();
    }

    private static String textOf(Element heading) {
        Element plain = heading.clone();
        plain.select("a.here").remove();
        return plain.text();
    }

    /** What the search looks through: each section, and what stands before the first one. */
    List<Passage> passages() {
        List<Passage> passages = new ArrayList<>();
        String anchor = "";
        String title = title();
        StringBuilder text = new StringBuilder();
        for (Element element : document.body().children()) {
            if (element.nameIs("h2") || element.nameIs("h3")) {
                passages.add(new Passage(anchor, title, text.toString().strip()));
                anchor = element.id();
                title = textOf(element);
                text.setLength(0);
            } else {
                text.append(element.text()).append(' ');
            }
        }
        passages.add(new Passage(anchor, title, text.toString().strip()));
        return passages;
    }

    /**
     * A piece of a page that is found by itself.
     *
     * @param anchor its anchor, or nothing for the beginning of the page
     * @param heading what it is about
     * @param text what it says
     */
    record Passage(String anchor, String heading, String text) {}
}
