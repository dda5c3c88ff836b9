package dev.countermand.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong with a source stops the build, and says where and what was expected. */
class BadSourcesTest {
    @TempDir
    private Path root;

    private Checkout checkout;

    @BeforeEach
    void makeSources() throws IOException {
        checkout = new Checkout(root);
        write("docs/a.md", "# A `word`\n\ntext\n");
        write("docs/b.md", "# B\n");
        write("docs/c.md", "no heading\n");
        write("Some.java", "class Some {}\n");
        Files.createDirectories(root.resolve("docs/folder"));
    }

    private void write(String path, String text) throws IOException {
        Files.createDirectories(root.resolve(path).getParent());
        Files.writeString(root.resolve(path), text);
    }

    private String bodyOf(String markdown) {
        Contents contents = Contents.read("= Part\ndocs/a.md | deep/a.html | *\n", checkout);
        Links links = new Links(checkout, contents, contents.entries().get(0), new Links.Found());
        return PageBody.of(Markdown.toHtml(markdown), links).html();
    }

    @Test
    void aLinkToNothingIsRefused() {
        assertThatThrownBy(() -> bodyOf("[x](gone.java)")).isInstanceOf(SiteException.class)
                .hasMessage("docs/a.md: expected a file behind the link gone.java");
    }

    @Test
    void aLinkOutOfTheRepositoryIsRefused() {
        assertThatThrownBy(() -> bodyOf("[x](../../etc)"))
                .hasMessage("docs/a.md: the link ../../etc leaves the repository");
    }

    @Test
    void aLinkThatIsNeitherFileNorHttpsIsRefused() {
        assertThatThrownBy(() -> bodyOf("[x](http://example.org)")).hasMessage(
                "docs/a.md: expected a link to a file or to https, found http://example.org");
    }

    @Test
    void aLinkToAPageThatTheContentsDoNotListIsRefused() {
        assertThatThrownBy(() -> bodyOf("[x](b.md)"))
                .hasMessage("docs/a.md links to docs/b.md, which contents.txt does not list");
    }

    @Test
    void linksLeadToPagesSourcesAndNothingElse() {
        assertThat(bodyOf("[x](a.md#y)")).contains("href=\"../deep/a.html#y\"");
        assertThat(bodyOf("[x](../README.md)")).contains("href=\"../index.html\"");
        assertThat(bodyOf("[x](../Some.java)")).contains("href=\"../source/Some.java.html\"");
        assertThat(bodyOf("[x](folder)")).contains("<span title=\"docs/folder\">x</span>");
    }

    @Test
    void htmlInAPageIsTextAndCommentsAreLeftOut() {
        assertThat(bodyOf("a <script>alert(1)</script> b\n\n<!-- begin -->\n\n<b>c</b>\n"))
                .contains("&lt;script&gt;").contains("&lt;b&gt;").doesNotContain("begin");
    }

    @Test
    void aLineOfTheContentsWithoutThreeCellsIsRefused() {
        assertThatThrownBy(() -> Contents.read("= Part\n\ndocs/a.md | a.html\n", checkout))
                .hasMessage("contents.txt, line 3: expected \"source | page | label\" in a part,"
                        + " found: docs/a.md | a.html");
        assertThatThrownBy(() -> Contents.read("docs/a.md | a.html | A\n", checkout))
                .isInstanceOf(SiteException.class);
    }

    @Test
    void aPageOfTheContentsMustBeThereAndHaveAHeading() {
        assertThatThrownBy(() -> Contents.read("= P\ndocs/x.md | x.html | *\n", checkout))
                .hasMessage("expected a file docs/x.md in the repository");
        assertThatThrownBy(() -> Contents.read("= P\ndocs/c.md | c.html | *\n", checkout))
                .hasMessage("docs/c.md: expected a heading of the first level");
    }

    @Test
    void aStarInTheContentsStandsForAllThatNoOtherLineNames() {
        Contents contents = Contents.read(
                "- Part\ndocs/b.md | b.html | Bee\ndocs/*.md | x/*.html | name\n", checkout);
        assertThat(contents.parts().get(0).isClosed()).isTrue();
        assertThat(contents.entries()).extracting(Contents.Entry::page)
                .containsExactly("b.html", "x/a.html", "x/c.html");
    }

    @Test
    void theTitleOfAPageIsPlainText() {
        assertThat(Contents.read("= P\ndocs/a.md | a.html | *\n", checkout).entries().get(0)
                .label()).isEqualTo("A word");
    }
}
