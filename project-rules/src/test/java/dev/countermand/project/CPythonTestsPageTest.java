package dev.countermand.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the page about CPython's own tests names as ours is there. */
class CPythonTestsPageTest {
    private static final String PAGE = "docs/cpython-tests.md";
    private static final int OURS = 2;
    private static final Pattern NAMED = Pattern.compile("`([^`]+)`");
    private static final Pattern TEST =
            Pattern.compile("([A-Z][A-Za-z0-9]*Test)?(?:\\.([a-z][A-Za-z0-9]*))?");
    private static final Pattern SCENARIO =
            Pattern.compile("(?:[a-z0-9]+(?:-[a-z0-9]+)+|(?:[a-z0-9]+-)+\\*)");

    private final Map<String, String> tests = new LinkedHashMap<>();
    private final List<String> scenarios = new ArrayList<>();
    private String page = "";

    CPythonTestsPageTest() {
        for (SourceFile file : Repository.here().files()) {
            String name = file.path().substring(file.path().lastIndexOf('/') + 1);
            if (file.path().equals(PAGE)) {
                page = file.text();
            } else if (name.endsWith("Test.java")) {
                tests.put(name.replace(".java", ""), file.text());
            } else if (name.endsWith(".scenario.json")) {
                scenarios.add(name.replace(".scenario.json", ""));
            }
        }
    }

    /** The rows of the tables, as their cells. */
    private List<List<String>> rows() {
        List<List<String>> rows = new ArrayList<>();
        for (String line : page.split("\n")) {
            if (line.startsWith("| ") && !line.startsWith("| theirs") && !line.startsWith("| -")) {
                String inner = line.substring(1, line.lastIndexOf('|'));
                rows.add(Stream.of(inner.split("\\|", -1)).map(String::strip).toList());
            }
        }
        return rows;
    }

    /** What is named in the column of ours and is not there. */
    private List<String> missing() {
        List<String> missing = new ArrayList<>();
        for (List<String> row : rows()) {
            String ofClass = "";
            Matcher named = NAMED.matcher(row.get(OURS));
            while (named.find()) {
                String name = named.group(1);
                Matcher test = TEST.matcher(name);
                if (test.matches()) {
                    ofClass = test.group(1) == null ? ofClass : test.group(1);
                    if (!hasTest(ofClass, test.group(2))) {
                        missing.add(name);
                    }
                } else if (SCENARIO.matcher(name).matches() && !hasScenario(name)) {
                    missing.add(name);
                }
            }
        }
        return missing;
    }

    private boolean hasTest(String ofClass, String method) {
        String text = tests.get(ofClass);
        return text != null && (method == null || text.contains("void " + method + "("));
    }

    private boolean hasScenario(String name) {
        Predicate<String> fits = name.endsWith("*")
                ? known -> known.startsWith(name.substring(0, name.length() - 1))
                : name::equals;
        return scenarios.stream().anyMatch(fits);
    }

    @Test
    void everyTestAndScenarioNamedAsOursIsThere() {
        assertThat(rows()).hasSizeGreaterThan(40);
        assertThat(missing()).isEmpty();
    }

    @Test
    void everyRowSaysWhereItIsShownOrWhyNot() {
        assertThat(rows()).allSatisfy(row -> {
            assertThat(row).hasSize(4);
            assertThat(row.get(OURS) + row.get(OURS + 1)).isNotBlank();
        });
    }
}
