package dev.countermand.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The JSON Schema (draft 2020-12) of the format {@code countermand-trace/1}. */
public final class TraceSchema {
    private TraceSchema() {}

    /** The schema's text. */
    public static String text() {
        try (InputStream in = TraceSchema.class.getResourceAsStream("trace.schema.json")) {
            if (in == null) {
                throw new IllegalStateException("trace.schema.json is missing from the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
