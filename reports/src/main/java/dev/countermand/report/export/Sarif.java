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

/**
 * The violations of a run for code scanning: SARIF 2.1.0 (OASIS, 2020).
 *
 * <p>A result lies where the tasks wait: at source lines, or, for a scenario, at places of the
 * document as logical locations.
 */
public final class Sarif {
    private static final Pattern SOURCE_LINE = Pattern.compile("(.*):([1-9][0-9]{0,8})");
    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

    private Sarif() {}

    /**
     * The log of a run.
     *
     * @return JSON in ASCII
     */
    public static String of(TraceDocument document) {
        Set<String> rules = new LinkedHashSet<>();
        List<Object> results = new ArrayList<>();
        for (Violation violation : document.verdict().violations()) {
            rules.add(violation.kind().label());
            results.add(result(document, violation));
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

    private static Map<String, Object> result(TraceDocument document, Violation violation) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("ruleId", violation.kind().label());
        result.put("level", "error");
        result.put("message", Map.of("text", FailureReport.headline(violation)));
        List<Object> locations = new ArrayList<>();
        for (String place : Places.of(document, violation)) {
            locations.add(location(place));
        }
        String file = document.subject().file();
        if (locations.isEmpty() && file != null) {
            locations.add(Map.of("physicalLocation", artifact(file)));
        }
        result.put("locations", locations);
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("subject", AsciiText.escape(document.subject().name()));
        properties.put("seed", document.origin().seed());
        properties.put("step", violation.step());
        result.put("properties", properties);
        return result;
    }

    private static Map<String, Object> location(String place) {
        Matcher line = SOURCE_LINE.matcher(place);
        if (!line.matches() || place.startsWith("/")) {
            return Map.of("logicalLocations", List.of(
                    Map.of("fullyQualifiedName", AsciiText.escape(place))));
        }
        Map<String, Object> physical = new LinkedHashMap<>(artifact(line.group(1)));
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
