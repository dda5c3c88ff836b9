package dev.countermand.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages of the site are all there, and each is whole. */
class SitePagesTest {
    private static final Contents CONTENTS = Contents.of(WrittenSite.CHECKOUT);

    private static List<String> markdown(String folder) {
        return WrittenSite.CHECKOUT.files(folder, ".md");
    }

    @Test
    void everyPageOfTheDocumentationIsInTheContents() {
        List<String> sources = CONTENTS.entries().stream().map(Contents.Entry::source).toList();
        assertThat(sources).doesNotHaveDuplicates();
        assertThat(markdown("docs")).hasSizeGreaterThan(20).allSatisfy(page ->
                assertThat(sources).as("contents.txt must list the page").contains(page));
        assertThat(markdown("docs/decisions")).hasSizeGreaterThan(15).allSatisfy(page ->
                assertThat(sources).contains(page));
        assertThat(sources).contains("CHANGELOG.md", "CONTRIBUTING.md", Contents.API);
    }

    @Test
    void everyPageHasItsPlaceInTheSidebarAndLeadsOn() {
        List<Contents.Entry> entries = CONTENTS.entries().stream()
                .filter(entry -> !entry.source().equals(Contents.API)).toList();
        for (int i = 0; i < entries.size(); i++) {
            Document page = WrittenSite.page(entries.get(i).page());
            assertThat(page.select(".sidebar [aria-current=page]").text())
                    .isEqualTo(entries.get(i).label());
            assertThat(page.select("a[rel=next]").size()).isEqualTo(i + 1 < entries.size() ? 1 : 0);
            assertThat(page.select("a[rel=prev]").size()).isEqualTo(i > 0 ? 1 : 0);
        }
    }

    @Test
    void everyPageHasOneHeadingATitleOfItsOwnAndNoAnchorTwice() {
        Set<String> titles = new LinkedHashSet<>();
        List<String> pages = WrittenSite.pages();
        for (String name : pages) {
            Document page = WrittenSite.page(name);
            assertThat(page.select("h1")).as(name).hasSize(1);
            assertThat(page.selectFirst("h1").text()).as(name).isNotBlank();
            assertThat(page.select("meta[name=description]").attr("content")).as(name)
                    .isNotBlank();
            assertThat(page.select("[id]").eachAttr("id")).as(name).doesNotHaveDuplicates();
            assertThat(page.select("img:not([alt]), img[alt=\"\"]")).as(name).isEmpty();
            if (!name.startsWith("source/")) {
                assertThat(titles.add(page.title())).as(page.title()).isTrue();
            }
        }
        assertThat(pages).hasSizeGreaterThan(150);
    }

    @Test
    void whatAPageLosesOfItsSourceIsNothing() {
        for (Contents.Entry entry : CONTENTS.entries()) {
            if (!entry.source().equals(Contents.API)) {
                Element main = WrittenSite.page(entry.page()).selectFirst("main");
                String shown = main.text() + main.select("img").eachAttr("alt");
                for (String word : wordsOf(WrittenSite.CHECKOUT.text(entry.source()))) {
                    assertThat(shown).as(entry.page()).contains(word);
                }
            }
        }
    }

    /** The words of a page that Markdown gives no meaning. */
    private static Set<String> wordsOf(String markdown) {
        Set<String> words = new LinkedHashSet<>();
        for (String word : markdown.replaceAll("(?s)<!--.*?-->|```[a-z]+\n|(?m)^\\d+\\. ", " ")
                .replaceAll("\\]\\([^)]*\\)", " ").split("[^\\p{L}\\p{N}]+")) {
            words.add(word);
        }
        return words;
    }

    @Test
    void theFirstPageShowsTheTestAndTheFailureOfTheReadme() {
        String readme = WrittenSite.CHECKOUT.text("README.md");
        Document landing = WrittenSite.page("index.html");
        assertThat(landing.select("figure code").get(0).wholeText())
                .isEqualTo(Markdown.blocks(readme, "java").get(0));
        assertThat(landing.select(".result code").get(0).wholeText())
                .isEqualTo(Markdown.blocks(readme, "").get(0))
                .contains("replay: @Interleave(schedule = ");
        assertThat(landing.select(".result .departure")).hasSizeGreaterThan(1);
        assertThat(landing.select(".result .failing")).hasSize(1);
        assertThat(landing.select(".ways article")).hasSize(3);
    }

    @Test
    void theTableOfTheBenchIsShadedByTheNumberOfRuns() {
        Document page = WrittenSite.page("cancelbench.html");
        assertThat(page.select("table.bench")).hasSize(2);
        for (Element cell : page.select("table.bench td[class]")) {
            double mean = cell.text().startsWith("-")
                    ? Double.POSITIVE_INFINITY : Double.parseDouble(cell.text().split(" ")[0]);
            assertThat(cell.hasClass("s0")).as(cell.text()).isEqualTo(mean <= 1.5);
            assertThat(cell.hasClass("s5")).as(cell.text()).isEqualTo(mean > 100);
        }
    }

    @Test
    void sourcesLeadToTheirJavadoc() {
        Document page = WrittenSite.page(
                "source/sim-loop/src/main/java/dev/countermand/loop/SimLoop.java.html");
        assertThat(page.select(".path a").attr("href"))
                .endsWith("api/dev/countermand/loop/SimLoop.html");
        assertThat(page.select("pre code").last().wholeText()).isEqualTo(WrittenSite.CHECKOUT.text(
                "sim-loop/src/main/java/dev/countermand/loop/SimLoop.java"));
    }

    @Test
    void theJavadocHasThePackagesOfAllPublishedModules() {
        List<String> pages = WrittenSite.allPages();
        List<String> expected = new ArrayList<>(List.of("clock", "loop", "asyncio", "report",
                "page", "explore", "scenario/read", "concurrent", "real", "fence", "junit",
                "jqwik", "reactor", "rxjava", "kotlin"));
        assertThat(expected).allSatisfy(name -> assertThat(pages)
                .contains("api/dev/countermand/" + name + "/package-summary.html"));
        assertThat(pages).noneMatch(page -> page.startsWith("api/dev/countermand/site"));
    }

    @Test
    void theSameSourcesGiveTheSameBytes(@TempDir Path again) {
        Assets.copy(again);
        Javadoc javadoc = new Javadoc(WrittenSite.CHECKOUT, WrittenSite.ROOT.resolve("api"));
        new Pages(WrittenSite.CHECKOUT, CONTENTS, new Templates(CONTENTS, again), again)
                .write(javadoc.pages());
        Map<String, String> first = WrittenSite.contentOf(WrittenSite.ROOT);
        assertThat(WrittenSite.contentOf(again)).isEqualTo(first);
        assertThat(first).hasSizeGreaterThan(150);
    }
}
