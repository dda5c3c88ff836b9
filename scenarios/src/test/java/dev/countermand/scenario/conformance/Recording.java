package dev.countermand.scenario.conformance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A scenario with the events that CPython 3.14 had; the whole recording is one compressed file of
 * them, one a line.
 *
 * @param document the scenario, as text
 * @param events the lines of its events
 */
record Recording(String document, List<String> events) {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    static List<Recording> readAll(Path file) throws IOException {
        List<Recording> recordings = new ArrayList<>();
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                JsonNode recorded = MAPPER.readTree(line);
                List<String> events = new ArrayList<>();
                recorded.get("events").forEach(event -> events.add(event.stringValue()));
                recordings.add(new Recording(recorded.get("document").stringValue(), events));
            }
        }
        return recordings;
    }

    static void writeAll(Path file, List<Recording> recordings) throws IOException {
        Files.createDirectories(file.getParent());
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            for (Recording recording : recordings) {
                ObjectNode recorded = MAPPER.createObjectNode();
                recorded.put("document", recording.document());
                ArrayNode events = recorded.putArray("events");
                recording.events().forEach(events::add);
                out.write((recorded + "\n").getBytes(StandardCharsets.UTF_8));
            }
        }
    }
}
