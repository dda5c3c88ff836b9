package dev.countermand.report.export;

import dev.countermand.loop.trace.Violation;
import dev.countermand.report.TraceDocument;
import dev.countermand.report.json.AsciiText;
import dev.countermand.report.json.JsonText;
import dev.countermand.report.text.FailureReport;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The violations of a run for code scanning: SARIF 2.1.0 (OASIS, 2020).
 *
 * <p>A result lies where the tasks wait: at source lines, or, for a scenario, at the lines of its
 * document where they are known, with their JSON pointers as logical locations.
 */
public final class Sarif {
    private static final Pattern SOURCE_LINE = Pattern.compile("(.*):([1-9][0-9]{0,8})");

    /** As many as readers of logs take at least; more would not help. */
    private static final int MOST_LOCATIONS = 100;

    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

    private final TraceDocument document;
    private final Source source;

    private Sarif(TraceDocument document, Source source) {
        this.document = document;
        this.source = source;
    }

    /**
     * Where the places of a trace are found.
     *
     * @param uri what a reader of the log opens for places in a scenario, relative to where it
     *     starts; null if there is none
     * @param lines the lines of places, from 1, by JSON pointer; empty if they are not known
     * @param files source files relative to where a reader starts, by the names that source lines
     *     have; a name that is not there stands for itself
     */
    public record Source(
            @Nullable String uri, Map<String, Integer> lines, Map<String, String> files) {
        /** Copies the maps. */
        public Source {
            lines = Map.copyOf(lines);
            files = Map.copyOf(files);
        }

        /** What a trace alone knows: the name of its file. */
        public static Source of(TraceDocument document) {
            return new Source(document.subject().file(), Map.of(), Map.of());
        }

        /** The same, with the places of source files. */
        public Source withFiles(Map<String, String> known) {
            return new Source(uri, lines, known);
        }
    }

    /**
     * The log of a run of which only the trace is at hand.
     *
     * @return JSON in ASCII
     */
    public static String of(TraceDocument document) {
        return of(document, Source.of(document));
    }

    /**
     * The log of a run.
     *
     * @return JSON in ASCII
     */
    public static String of(TraceDocument document, Source source) {
        return new Sarif(document, source).write();
    }

    private String write() {
        Set<String> rules = new LinkedHashSet<>();
        List<Object> results = new ArrayList<>();
        for (Violation violation : document.verdict().violations()) {
            rules.add(violation.kind().label());
            results.add(result(violation));
        }
        List<Object> described = new ArrayList<>();
        rules.forEach(rule -> described.add(Map.of("id", rule)));
        Map<String, Object> driver = new LinkedHashMap<>();
        driver.put("name", "Countermand");
        driver.put("rules", described);
        Map<String, Object> run = new LinkedHashMap<>();
        run.put("tool", Map.of("driver", driver));
        run.put("columnKind", "utf16CodeUnits");
        run.put("results", results);
        Map<String, Object> log = new LinkedHashMap<>();
        log.put("version", "2.1.0");
        log.put("runs", List.of(run));
        // The writer escapes keys that begin with a dollar sign, and the format has one.
        return "{\"$schema\":\"" + SCHEMA + "\"," + JsonText.writeRecord(log).substring(1)
                + "\n";
    }

    private Map<String, Object> result(Violation violation) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("ruleId", violation.kind().label());
        result.put("level", "error");
        result.put("message", Map.of("text", FailureReport.headline(violation)));
        List<Object> locations = new ArrayList<>();
        Places.of(document, violation).stream().distinct().limit(MOST_LOCATIONS)
                .forEach(place -> locations.add(location(place)));
        if (locations.isEmpty() && source.uri != null) {
            locations.add(Map.of("physicalLocation", artifact(source.uri)));
        }
        result.put("locations", locations);
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("subject", AsciiText.escape(document.subject().name()));
        properties.put("seed", document.origin().seed());
        properties.put("schedule", ScheduleToken.of(document.choices()));
        properties.put("step", violation.step());
        result.put("properties", properties);
        return result;
    }

    private Map<String, Object> location(String place) {
        Matcher line = SOURCE_LINE.matcher(place);
        if (!line.matches() || place.startsWith("/")) {
            Map<String, Object> location = new LinkedHashMap<>();
            // Code scanning takes no result without a file, however well its place is named.
            if (source.uri != null) {
                Map<String, Object> physical = new LinkedHashMap<>(artifact(source.uri));
                Integer known = source.lines.get(place);
                if (known != null) {
                    physical.put("region", Map.of("startLine", known));
                }
                location.put("physicalLocation", physical);
            }
            location.put("logicalLocations", List.of(
                    Map.of("fullyQualifiedName", AsciiText.escape(place))));
            return location;
        }
        String file = line.group(1);
        Map<String, Object> physical =
                new LinkedHashMap<>(artifact(source.files.getOrDefault(file, file)));
        physical.put("region", Map.of("startLine", Integer.parseInt(line.group(2))));
        return Map.of("physicalLocation", physical);
    }

    private static Map<String, Object> artifact(String file) {
        return Map.of("artifactLocation", Map.of("uri", uri(file)));
    }

    /** A file's name as a relative URI: all but plain characters as percent escapes. */
    private static String uri(String file) {
        StringBuilder uri = new StringBuilder();
        for (byte one : file.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (one & 0xff);
            boolean isPlain = c < 128 && (Character.isLetterOrDigit(c) || "-._~/".indexOf(c) >= 0);
            uri.append(isPlain ? String.valueOf(c)
                    : "%" + Character.toUpperCase(Character.forDigit(c >> 4, 16))
                            + Character.toUpperCase(Character.forDigit(c & 15, 16)));
        }
        return uri.toString();
    }
}
