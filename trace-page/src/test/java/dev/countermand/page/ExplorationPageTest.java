package dev.countermand.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

class ExplorationPageTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String BEFORE =
            "<script type=\"application/json\" id=\"exploration\">";

    static Stream<String> samples() {
        return ExplorationSamples.all().keySet().stream();
    }

    /** The tests in the browser open what is written here. */
    @ParameterizedTest
    @MethodSource("samples")
    void thePageOfEverySampleIsWrittenForTheBrowserAndHoldsItsData(String name)
            throws IOException {
        String data = ExplorationSamples.all().get(name);
        Path page = Path.of("target/pages/exploration", name + ".html");
        ExplorationPage.write(page, data);
        String html = Files.readString(page, StandardCharsets.US_ASCII);
        int begin = html.indexOf(BEFORE) + BEFORE.length();
        String held = html.substring(begin, html.indexOf("</script>", begin));
        assertThat(held).doesNotContain("<");
        assertThat(JSON.readTree(held)).isEqualTo(JSON.readTree(data));
        assertThat(html).endsWith("</html>\n");
    }

    @Test
    void dataThatAreNotInAsciiAreRefused() {
        assertThatThrownBy(() -> ExplorationPage.html("{\"kind\":\"\u00e9\"}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ASCII");
    }
}
