package dev.countermand.site;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.heading.anchor.HeadingAnchorExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** Markdown as GitHub reads it, with tables: to HTML, and to the parts that other pages quote. */
final class Markdown {
    private static final List<Extension> EXTENSIONS =
            List.of(TablesExtension.create(), HeadingAnchorExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();
    private static final HtmlRenderer HTML =
            HtmlRenderer.builder().extensions(EXTENSIONS).escapeHtml(true).build();

    private Markdown() {}

    /** A page's body; HTML in it is shown as text, but comments are left out. */
    static String toHtml(String text) {
        return HTML.render(withoutComments(PARSER.parse(text)));
    }

    private static Node withoutComments(Node document) {
        List<Node> comments = new ArrayList<>();
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(HtmlBlock block) {
                if (block.getLiteral().startsWith("<!--")) {
                    comments.add(block);
                }
            }
        });
        comments.forEach(Node::unlink);
        return document;
    }

    /** The first heading, as plain text. */
    static String titleOf(String path, String text) {
        for (Node node = PARSER.parse(text).getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof Heading heading && heading.getLevel() == 1) {
                return textOf(heading);
            }
        }
        throw new SiteException(path + ": expected a heading of the first level");
    }

    private static String textOf(Heading heading) {
        StringBuilder text = new StringBuilder();
        heading.accept(new AbstractVisitor() {
            @Override
            public void visit(Text words) {
                text.append(words.getLiteral());
            }

            @Override
            public void visit(Code code) {
                text.append(code.getLiteral());
            }
        });
        return text.toString().strip();
    }

    /** The fenced blocks of a language; "" stands for those without one. */
    static List<String> blocks(String text, String language) {
        List<String> blocks = new ArrayList<>();
        PARSER.parse(text).accept(new AbstractVisitor() {
            @Override
            public void visit(FencedCodeBlock block) {
                if (block.getInfo().equals(language)) {
                    blocks.add(block.getLiteral());
                }
            }
        });
        return blocks;
    }

    /** What stands below a heading, up to the next one, as HTML. */
    static String section(String path, String text, String heading) {
        Node document = PARSER.parse(text);
        Node at = document.getFirstChild();
        while (at != null && !(at instanceof Heading found
                && textOf(found).startsWith(heading))) {
            at = at.getNext();
        }
        if (at == null) {
            throw new SiteException(path + ": expected a heading \"" + heading + "\"");
        }
        StringBuilder html = new StringBuilder();
        for (Node node = at.getNext(); node != null && !(node instanceof Heading);
                node = node.getNext()) {
            html.append(HTML.render(node));
        }
        return html.toString();
    }
}
