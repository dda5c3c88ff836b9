package dev.countermand.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the search looks through. It is a script, and not JSON, because a page that was opened from
 * disk may load the former and not the latter.
 */
final class SearchIndex {
    private SearchIndex() {}

    /**
     * A piece of a page.
     *
     * @param address where it is, from the root of the site
     * @param page the title of its page
     * @param heading what it is about
     * @param text what it says
     */
    record Entry(String address, String page, String heading, String text) {
        static Entry of(String page, String title, PageBody.Passage passage) {
            String anchor = passage.anchor().isEmpty() ? "" : "#" + passage.anchor();
            return new Entry(page + anchor, title, passage.heading(), passage.text());
        }
    }

    static void write(List<Entry> entries, Path site) {
        String json = JsonMapper.builder().build().writeValueAsString(entries);
        try {
            Files.writeString(site.resolve("assets/search-index.js"),
                    "window.countermandPassages = " + json + ";\n");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
