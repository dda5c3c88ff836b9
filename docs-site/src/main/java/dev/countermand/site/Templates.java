package dev.countermand.site;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The templates of the site, which escape whatever is put into them unless they say otherwise. */
final class Templates {
    private static final String FOLDER = "dev/countermand/site/templates";

    private final PebbleEngine engine;
    private final Contents contents;
    private final Path site;

    /** The templates, for pages below the folder of the site. */
    Templates(Contents contents, Path site) {
        ClasspathLoader loader = new ClasspathLoader(Templates.class.getClassLoader());
        loader.setPrefix(FOLDER);
        loader.setSuffix(".peb");
        engine = new PebbleEngine.Builder()
                .loader(loader)
                .newLineTrimming(false)
                .strictVariables(true)
                .defaultLocale(Locale.ROOT)
                .build();
        this.contents = contents;
        this.site = site;
    }

    /** Writes one page: what it says is put into the template beside what every page has. */
    void write(String page, String template, Map<String, Object> values) {
        Map<String, Object> all = new LinkedHashMap<>(values);
        all.put("root", Links.rootOf(page));
        all.put("page", page);
        all.put("parts", contents.parts());
        StringWriter html = new StringWriter();
        try {
            engine.getTemplate(template).evaluate(html, all, Locale.ROOT);
            Path target = site.resolve(page);
            Files.createDirectories(target.getParent());
            Files.writeString(target, html.toString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
