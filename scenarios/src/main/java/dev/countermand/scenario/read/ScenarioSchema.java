package dev.countermand.scenario.read;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The JSON Schema (draft 2020-12) of the format {@code countermand-scenario/1}. */
public final class ScenarioSchema {

    private static final String RESOURCE = "/dev/countermand/scenario/scenario.schema.json";

    private ScenarioSchema() {}

    /**
     * The schema as text.
     *
     * @throws IllegalStateException when this jar lacks its resource
     * @throws UncheckedIOException when the resource cannot be read
     */
    public static String text() {
        try (InputStream in = ScenarioSchema.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + RESOURCE);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
