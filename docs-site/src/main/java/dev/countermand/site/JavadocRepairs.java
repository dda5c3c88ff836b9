package dev.countermand.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Puts right what the javadoc of some JDKs leaves dead in its pages. */
final class JavadocRepairs {
    private static final String FONTS = "resources/fonts/dejavu.css";

    private JavadocRepairs() {}

    static void make(Path api) throws IOException {
        addFonts(api);
        anchorConstants(api.resolve("constant-values.html"));
    }

    /** Debian leaves the tool's fonts out, but not the line of its style that asks for them. */
    private static void addFonts(Path api) throws IOException {
        Path style = api.resolve("stylesheet.css");
        Path fonts = api.resolve(FONTS);
        if (Files.exists(style) && !Files.exists(fonts)
                && Files.readString(style).contains(FONTS)) {
            Files.createDirectories(fonts.getParent());
            Files.writeString(fonts, "/* This JDK has no fonts; those of the system do. */\n");
        }
    }

    /** JDK 17 links to the first group of packages with constants, which then has no anchor. */
    private static void anchorConstants(Path page) throws IOException {
        if (!Files.exists(page)) {
            return;
        }
        Document document = Jsoup.parse(Files.readString(page));
        document.outputSettings().prettyPrint(false);
        boolean repaired = false;
        for (Element link : document.select("main a[href^=#]")) {
            String anchor = link.attr("href").substring(1);
            Element heading = document.selectFirst("h2[title=\"" + anchor + "\"]");
            if (heading != null && document.getElementById(anchor) == null) {
                heading.attr("id", anchor);
                repaired = true;
            }
        }
        if (repaired) {
            Files.writeString(page, document.outerHtml());
        }
    }
}
