package dev.countermand.site;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes the pages that are made of Markdown, and those with the text of sources they lead to. */
final class Pages {
    private static final Map<String, String> LANGUAGES = Map.of("java", "java", "json", "json",
            "xml", "xml", "html", "xml", "ts", "typescript", "py", "python", "kt", "kotlin");

    private final Checkout checkout;
    private final Contents contents;
    private final Templates templates;
    private final Path site;
    private final Links.Found found = new Links.Found();
    private final List<SearchIndex.Entry> index = new ArrayList<>();

    /** Pages of a repository, to be written into the folder of the site. */
    Pages(Checkout checkout, Contents contents, Templates templates, Path site) {
        this.checkout = checkout;
        this.contents = contents;
        this.templates = templates;
        this.site = site;
    }

    /** Writes all of them. */
    void write(Set<String> api) {
        List<Contents.Entry> entries = contents.entries().stream()
                .filter(entry -> !entry.source().equals(Contents.API))
                .toList();
        for (int i = 0; i < entries.size(); i++) {
            Map<String, Object> values = new LinkedHashMap<>();
            values.put("previous", i == 0 ? "" : entries.get(i - 1));
            values.put("next", i + 1 == entries.size() ? "" : entries.get(i + 1));
            writePage(entries.get(i), values);
        }
        new Landing(checkout, contents, templates).write(found);
        found.sources().forEach(path -> writeSource(path, api));
        for (String picture : found.pictures()) {
            checkout.copy(picture, site.resolve("images")
                    .resolve(picture.substring(picture.lastIndexOf('/') + 1)));
        }
        SearchIndex.write(index, site);
    }

    private void writePage(Contents.Entry entry, Map<String, Object> values) {
        PageBody body = PageBody.of(Markdown.toHtml(checkout.text(entry.source())),
                new Links(checkout, contents, entry, found));
        values.put("title", body.title());
        values.put("heading", body.heading());
        values.put("description", body.description());
        values.put("sections", body.sections());
        values.put("body", body.html());
        values.put("source", entry.source());
        templates.write(entry.page(), "page", values);
        for (PageBody.Passage passage : body.passages()) {
            index.add(SearchIndex.Entry.of(entry.page(), body.title(), passage));
        }
    }

    private void writeSource(String path, Set<String> api) {
        String text = checkout.text(path);
        String ending = path.substring(path.lastIndexOf('.') + 1);
        String documented = Javadoc.pageOf(path);
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("title", path.substring(path.lastIndexOf('/') + 1));
        values.put("description", path);
        values.put("path", path);
        values.put("language", LANGUAGES.getOrDefault(ending, "plaintext"));
        values.put("text", text);
        values.put("lines", text.lines().count());
        values.put("api", api.contains(documented) ? documented : "");
        templates.write(Links.sourcePage(path), "source", values);
    }
}
