package dev.countermand.cli.text;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** How one page on disk refers to another, so that both can be moved together. */
public final class RelativeLink {
    private RelativeLink() {}

    /**
     * The address of a file, seen from another file.
     *
     * @return a relative address with what is not allowed in it escaped; null if the files share no
     *     root
     */
    public static @Nullable String between(Path from, Path to) {
        Path base = from.toAbsolutePath().normalize().getParent();
        Path target = to.toAbsolutePath().normalize();
        if (base == null || !base.getRoot().equals(target.getRoot())) {
            return null;
        }
        String path = base.relativize(target).toString().replace('\\', '/');
        try {
            // A name with a colon in front would be taken for a scheme.
            return new URI(null, null, "/" + path, null).toASCIIString().substring(1)
                    .replace(":", "%3A");
        } catch (URISyntaxException impossible) {
            throw new IllegalArgumentException(path, impossible);
        }
    }
}
