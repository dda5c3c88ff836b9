package dev.countermand.report.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonLinesTest {
    private static Map<String, Integer> lines(String document) {
        return JsonLines.of(document.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void everyValueHasTheLineOnWhichItBegins() {
        assertThat(lines("""
                {"a": [1,
                  {"b/c": null, "~": "x"},
                  []],
                 "": {
                   "d": true}}
                """)).containsExactlyInAnyOrderEntriesOf(Map.of("", 1, "/a", 1, "/a/0", 1,
                "/a/1", 2, "/a/1/b~1c", 2, "/a/1/~0", 2, "/a/2", 3, "/", 4, "//d", 5));
    }

    @Test
    void whatIsNoJsonHasTheLinesUpToItsMistake() {
        assertThat(lines("[1,\n2,\n}")).containsEntry("/1", 2).doesNotContainKey("/2");
        assertThat(lines("")).isEmpty();
    }
}
