package dev.countermand.cli.option;

import dev.countermand.cli.terminal.Surroundings;
import dev.countermand.cli.terminal.UserError;
import java.nio.file.Files;
import org.jspecify.annotations.Nullable;

/** Where {@code --html} wants a page. */
public final class PageFile {
    private PageFile() {}

    /**
     * Refuses what cannot be a file, before the work that the page is about.
     *
     * @param file as the user wrote it, null if no page is wanted
     */
    public static void check(Surroundings surroundings, @Nullable String file) {
        if (file == null) {
            return;
        }
        if (file.equals("-")) {
            throw new UserError("--html: expected a file, but found -; standard output has the"
                    + " report");
        }
        if (Files.isDirectory(surroundings.path(file))) {
            throw new UserError("--html: expected a file, but " + file + " is a folder");
        }
    }
}
