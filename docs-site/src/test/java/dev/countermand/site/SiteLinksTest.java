package dev.countermand.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/** Every link of every page, those of the Javadoc too, leads somewhere. */
class SiteLinksTest {
    private static List<String> deadLinksOf(String body) {
        return DeadLinks.of(WrittenSite.ROOT, "examples/index.html", Jsoup.parse(body));
    }

    @Test
    void everyLinkOfEveryPageLeadsToAFileAndAnAnchorThatAreThere() {
        List<String> dead = new ArrayList<>();
        List<String> pages = WrittenSite.allPages();
        for (String page : pages) {
            dead.addAll(DeadLinks.of(WrittenSite.ROOT, page, WrittenSite.page(page)));
        }
        assertThat(dead).isEmpty();
        assertThat(pages).hasSizeGreaterThan(600);
    }

    @Test
    void theCheckFindsEachKindOfDeadLink() {
        assertThat(deadLinksOf("<a href='gone.html'>x</a>")).singleElement().asString()
                .isEqualTo("examples/index.html: gone.html is no file of the site");
        assertThat(deadLinksOf("<a href='../quick-start.html#gone'>x</a>")).hasSize(1);
        assertThat(deadLinksOf("<a href='#gone'>x</a>")).hasSize(1);
        assertThat(deadLinksOf("<a href='../../pom.xml'>x</a>")).hasSize(1);
        assertThat(deadLinksOf("<img src='https://example.org/x.png'>")).hasSize(1);
        assertThat(deadLinksOf("<a href='http://example.org'>x</a>")).hasSize(1);
        assertThat(deadLinksOf("<a href='https://'>x</a>".replace("https://", "https:///x")))
                .hasSize(1);
        assertThat(deadLinksOf("<script src='x.js'></script>")).hasSize(1);
    }

    @Test
    void theCheckFindsNothingWrongWithGoodLinks() {
        assertThat(deadLinksOf("""
                <a href='rate-limiter.html'>x</a> <a href='../index.html#ways'>x</a>
                <a href='https://example.org/a#b'>x</a> <a href='#main'>x</a>
                <a href='../api/index.html'>x</a>
                """)).isEmpty();
    }
}
