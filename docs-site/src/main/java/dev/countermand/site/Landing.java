package dev.countermand.site;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/**
 * The first page. Its code and its failures are those of the README and of the pages, which tests
 * compile, run and compare; none is written a second time.
 */
final class Landing {
    private static final String README = "README.md";

    private final Checkout checkout;
    private final Contents contents;
    private final Templates templates;

    Landing(Checkout checkout, Contents contents, Templates templates) {
        this.checkout = checkout;
        this.contents = contents;
        this.templates = templates;
    }

    void write(Links.Found found) {
        String readme = checkout.text(README);
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("title", "Countermand");
        values.put("description", "Test asynchronous code on a loop where time is virtual, order is"
                + " chosen by a seed, and every failure comes with the schedule that replays it.");
        values.put("test", block(README, "java", 0));
        values.put("failure", FailureText.linesOf(block(README, "", 0)));
        values.put("ordinary", block("docs/ordinary-java.md", "java", 0));
        values.put("program", block(README, "java", 1));
        values.put("command", block(README, "", 1).strip());
        values.put("finding", FailureText.linesOf(shortened(block(README, "", 2))));
        values.put("picture", picture(found));
        values.put("promises", section(readme, "Three promises", found));
        values.put("limits", firstParagraph(section(readme, "What it does not do", found)));
        values.put("bench", sentenceOfTheBench());
        templates.write("index.html", "landing", values);
    }

    private String block(String path, String language, int number) {
        List<String> blocks = Markdown.blocks(checkout.text(path), language);
        if (blocks.size() <= number) {
            throw new SiteException(path + ": expected at least " + (number + 1)
                    + " blocks of code in \"" + language + "\", found " + blocks.size());
        }
        return blocks.get(number);
    }

    /** The first line of a failure, and what is said of the departures that matter. */
    private static String shortened(String failure) {
        List<String> lines = failure.lines().toList();
        List<String> parts = lines.stream()
                .dropWhile(line -> !line.startsWith("  >  "))
                .takeWhile(line -> !line.isBlank())
                .toList();
        if (parts.isEmpty()) {
            throw new SiteException(README + ": expected departures in the last failure");
        }
        return lines.get(0) + "\n\n" + String.join("\n", parts);
    }

    private String section(String readme, String heading, Links.Found found) {
        Contents.Entry here = new Contents.Entry(README, "index.html", "");
        return PageBody.of(Markdown.section(README, readme, heading),
                new Links(checkout, contents, here, found)).html();
    }

    /** The picture of a trace, as its own page shows it. */
    private String picture(Links.Found found) {
        String page = "docs/trace-page.md";
        Contents.Entry here = new Contents.Entry(page, "index.html", "");
        Element picture = Jsoup.parseBodyFragment(PageBody.of(Markdown.toHtml(checkout.text(page)),
                new Links(checkout, contents, here, found)).html()).selectFirst("img");
        if (picture == null) {
            throw new SiteException(page + ": expected a picture");
        }
        return picture.outerHtml();
    }

    private static String firstParagraph(String html) {
        int end = html.indexOf("</p>");
        return end < 0 ? html : html.substring(0, end + "</p>".length());
    }

    /** What CancelBench sums up below its tables. */
    private String sentenceOfTheBench() {
        String page = "docs/cancelbench.md";
        return checkout.text(page).lines()
                .filter(line -> line.startsWith("Found for every seed: "))
                .findFirst()
                .orElseThrow(() -> new SiteException(
                        page + ": expected a line \"Found for every seed: ..\""));
    }
}
