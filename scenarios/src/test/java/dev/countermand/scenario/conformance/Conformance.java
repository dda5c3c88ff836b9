package dev.countermand.scenario.conformance;

import dev.countermand.loop.PythonVersion;
import dev.countermand.scenario.read.ScenarioException;
import dev.countermand.scenario.read.ScenarioReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Plays files on both sides and tells where they differ. */
final class Conformance {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final int REDUCED = 2;
    private static final int REPORTED = 10;

    private final PythonVersion version;
    private final Path kept;
    private final PythonBatch batch;

    private Conformance(Python python, Path kept, PythonBatch batch) {
        this.version = python.version();
        this.kept = kept;
        this.batch = batch;
    }

    /**
     * Plays files on a Python and on the simulated loop.
     *
     * @param kept a folder for the smallest scenarios that still differ
     * @return what differs, in words, empty if nothing does
     */
    static List<String> differences(Python python, List<Path> files, Path kept) {
        try (PythonBatch batch = PythonBatch.start(python)) {
            return new Conformance(python, kept, batch).differences(files);
        }
    }

    private List<String> differences(List<Path> files) {
        List<Path> different = new ArrayList<>();
        List<String> reports = new ArrayList<>();
        batch.playAll(files, (file, python) -> {
            Comparison found = Comparison.firstDifference(python, java(read(file)));
            if (found != null) {
                different.add(file);
                if (reports.size() < REPORTED) {
                    reports.add(file + ", Python " + version.label() + ", " + found.describe());
                }
            }
        });
        for (Path file : different.subList(0, Math.min(REDUCED, different.size()))) {
            reports.add("reduced: " + reduce(file));
        }
        if (different.size() > reports.size()) {
            reports.add(different.size() + " scenarios differ");
        }
        return reports;
    }

    /** A smaller scenario that differs, and how. */
    private String reduce(Path file) {
        Path trial = kept.resolve("reduced-" + version.label() + "-" + file.getFileName());
        JsonNode smallest = DocumentReducer.reduce(
                MAPPER.readTree(read(file)), document -> compare(trial, document) != null);
        Comparison left = compare(trial, smallest);
        return trial + ", " + (left == null ? "no longer" : left.describe()) + "\n" + smallest;
    }

    private @Nullable Comparison compare(Path trial, JsonNode document) {
        String text = document.toString();
        if (!boundsItsLoops(document)) {
            return null;
        }
        List<String> java;
        try {
            java = javaEvents(text);
        } catch (ScenarioException refused) {
            return null;
        }
        write(trial, text);
        List<String> python = batch.play(trial);
        boolean refused = !python.isEmpty() && python.get(0).startsWith("{\"error\"");
        return refused ? null : Comparison.firstDifference(python, java);
    }

    /** Generated loops begin with counting; one that has lost that would never end. */
    private static boolean boundsItsLoops(JsonNode node) {
        if (node.isObject() && "while".equals(node.path("op").asString())) {
            JsonNode counts = node.path("body").path(0);
            boolean same = counts.path("var").equals(
                    node.path("that").path("<").path(0).path("var"));
            if (!same || !counts.path("value").has("+")) {
                return false;
            }
        }
        for (JsonNode child : node) {
            if (!boundsItsLoops(child)) {
                return false;
            }
        }
        return true;
    }

    /** The events of the simulated loop, or one line with the reason why there are none. */
    private List<String> java(String text) {
        try {
            return javaEvents(text);
        } catch (ScenarioException refused) {
            return List.of("refused: " + refused.getMessage());
        }
    }

    private List<String> javaEvents(String text) {
        byte[] document = text.getBytes(StandardCharsets.UTF_8);
        return JavaEvents.of(ScenarioReader.read("scenario.json", document), version);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
