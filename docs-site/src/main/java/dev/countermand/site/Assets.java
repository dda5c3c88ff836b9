package dev.countermand.site;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

/** Copies the style, the scripts and the icon; two scripts come from pinned WebJars. */
final class Assets {
    private static final List<String> OWN = List.of("site.css", "site.js", "theme.js", "icon.svg");

    private Assets() {}

    static void copy(Path site) {
        Path assets = site.resolve("assets");
        try {
            Files.createDirectories(assets);
            for (String name : OWN) {
                copy("dev/countermand/site/assets/" + name, assets.resolve(name));
            }
            copy(webJar("org.webjars", "highlightjs", "highlight.min.js"),
                    assets.resolve("highlight.min.js"));
            copy(webJar("org.webjars.npm", "lunr", "lunr.min.js"), assets.resolve("lunr.min.js"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** A file of a WebJar, whose path has the version that the build has chosen. */
    private static String webJar(String group, String name, String file) throws IOException {
        Properties properties = new Properties();
        try (InputStream in = open("META-INF/maven/" + group + "/" + name + "/pom.properties")) {
            properties.load(in);
        }
        return "META-INF/resources/webjars/" + name + "/" + properties.getProperty("version")
                + "/" + file;
    }

    private static void copy(String resource, Path target) throws IOException {
        try (InputStream in = open(resource)) {
            Files.write(target, in.readAllBytes());
        }
    }

    private static InputStream open(String resource) {
        InputStream in = Assets.class.getClassLoader().getResourceAsStream(resource);
        if (in == null) {
            throw new SiteException("expected " + resource + " on the class path");
        }
        return in;
    }
}
