package dev.countermand.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * A page that was built from {@code trace-page/web}, with one place for data.
 *
 * @param resource the built file
 * @param place what stands where the data go
 */
record PageTemplate(String resource, String place) {
    /**
     * The page with its data.
     *
     * @param data JSON in ASCII without {@code <}, so that it cannot end the element it is in
     */
    String with(String data) {
        String template = read();
        int at = template.indexOf(place);
        if (at < 0 || at != template.lastIndexOf(place)) {
            throw new IllegalStateException(
                    "expected one " + place + " in " + resource + "; build trace-page/web again");
        }
        return template.substring(0, at) + data + template.substring(at + place.length());
    }

    private String read() {
        try (InputStream in = PageTemplate.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("expected the resource " + resource
                        + "; build trace-page/web");
            }
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
