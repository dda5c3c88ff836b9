package dev.countermand.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the documentation of this repository as a site. */
public final class BuildSite {
    private BuildSite() {}

    /**
     * Writes it.
     *
     * @param arguments the root of the repository, and the folder in which {@code site} is made
     * @throws IOException if a file cannot be read or written
     */
    public static void main(String[] arguments) throws IOException {
        try {
            if (arguments.length != 2) {
                throw new SiteException("expected two arguments: the root of the repository and"
                        + " the folder to write into; found " + arguments.length);
            }
            Checkout checkout = new Checkout(Path.of(arguments[0]).toRealPath());
            Files.createDirectories(Path.of(arguments[1]));
            write(checkout, Path.of(arguments[1]).toRealPath());
        } catch (SiteException mistake) {
            System.err.println("site: " + mistake.getMessage());
            System.exit(1);
        }
    }

    private static void write(Checkout checkout, Path target) throws IOException {
        Path site = target.resolve("site");
        Folder.deleteAllBut("api", site);
        Files.createDirectories(site);
        Contents contents = Contents.of(checkout);
        Assets.copy(site);
        Javadoc javadoc = new Javadoc(checkout, site.resolve("api"));
        javadoc.write();
        new Pages(checkout, contents, new Templates(contents, site), site).write(javadoc.pages());
    }
}
