package dev.countermand.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countermand.scenario.read.Golden;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What users get wrong. Each row of {@code rows.txt} is a command line; {@code messages.txt} holds
 * what it prints on standard error, which is one line.
 */
class MistakesTest {
    private static final Path RESOURCES =
            Path.of("src/test/resources/dev/countermand/cli/mistakes");

    @TempDir
    private Path folder;

    private Shell shell;
    private String trace;

    @BeforeEach
    void writeFiles() throws IOException {
        shell = new Shell(folder);
        shell.write("check.json", Samples.check());
        shell.write("quiet.json", Samples.QUIET);
        assertThat(shell.run("run", "check.json", "--seed", "3", "--trace", "good.trace.json")
                .err()).isEmpty();
        trace = Files.readString(folder.resolve("good.trace.json"));
        shell.write("empty", "");
        shell.write("blank", " \n\t");
        shell.write("folder/file", "");
        shell.write("not-json", "{\"format\": countermand");
        shell.write("number", "7");
        shell.write("nested", "[".repeat(1_000_000));
        shell.write("wrong-type.json", Samples.document("wrong", "\"objects\": [],", ""));
        shell.write("unknown-op.json", Samples.document("unknown", "", "{\"op\": \"fly\"}"));
        shell.write("missing-name.json",
                Samples.document("missing", "", "{\"op\": \"await\", \"on\": \"nobody\"}"));
        shell.write("unknown-field.json", Samples.document("field", "\"colour\": 1,", ""));
        shell.write("twice.json", "{\"format\": 1, \"format\": 2}");
        shell.write("future.json", Samples.QUIET.replace("scenario/1", "scenario/2"));
        shell.write("newer.json", Samples.document("newer", "\"python\": \"3.13\",", ""));
        shell.write("eager.json",
                Samples.document("eager", "\"runner\": {\"eager_tasks\": true},", ""));
        shell.write("newest.json", Samples.document("newest", "\"python\": \"3.15\",", ""));
        Files.write(folder.resolve("latin.json"),
                "\"\u00e9\"".getBytes(StandardCharsets.ISO_8859_1));
        Files.write(folder.resolve("binary"), new byte[] {0, 1, 2, (byte) 0xFE});
        shell.write("cut.trace.json", trace.substring(0, trace.length() / 2));
        shell.write("future.trace.json", trace.replace("trace/1", "trace/2"));
        shell.write("adversarial.trace.json", trace.replace("\"legal\"", "\"adversarial\""));
        shell.write("python.trace.json", trace.replace("\"3.14\"", "\"2.7\""));
        shell.write("seed.trace.json", trace.replace("\"seed\":3", "\"seed\":\"3\""));
        shell.write("gone.trace.json", trace.replace("check.json", "gone.json"));
        shell.write("odd.trace.json", trace.replace("check.json", "\\u0000"));
        shell.write("test.trace.json",
                trace.replaceAll(",\"file\":\"[^\"]*\",\"sha256\":\"[^\"]*\"", ""));
    }

    @Test
    void everyMistakeHasOneLineThatSaysWhatIsWrongAndEndsWithTwo() throws IOException {
        StringBuilder messages = new StringBuilder();
        for (String row : rows()) {
            Shell.Result result = shell.run(
                    row.isEmpty() ? new String[0] : Shell.words(row).toArray(String[]::new));
            assertThat(result.code()).as(row + "\n" + result.err()).isEqualTo(2);
            assertThat(result.out()).as(row).isEmpty();
            assertThat(result.err()).as(row).matches("countermand: [^\n\r\t]+\n");
            messages.append(row).append("\n    ")
                    .append(result.err()
                            .replace(folder.toString(), "FOLDER")
                            .replaceAll("(expected JSON: ).*", "$1.."));
        }
        Golden.assertHolds(RESOURCES.resolve("messages.txt"), messages.toString());
    }

    private static List<String> rows() throws IOException {
        List<String> rows = new ArrayList<>();
        Files.readAllLines(RESOURCES.resolve("rows.txt")).stream()
                .filter(line -> !line.startsWith("#")).forEach(rows::add);
        assertThat(rows).hasSizeGreaterThan(60).doesNotHaveDuplicates();
        return rows;
    }

    @Test
    void aTraceCutAnywhereIsRefused() {
        int step = Math.max(1, trace.length() / 150);
        int cuts = 0;
        for (int length = 0; length < trace.length() - 1; length += step) {
            shell.write("cut.json", trace.substring(0, length));
            for (String command : List.of("replay", "show")) {
                Shell.Result result = shell.run(command, "cut.json");
                assertThat(result.code()).as("%s of %d characters", command, length).isEqualTo(2);
                assertThat(result.err().lines()).hasSize(1);
                cuts++;
            }
        }
        assertThat(cuts).isGreaterThan(200);
    }

    @Test
    void helpAndVersionAreNoMistakes() {
        for (String command : List.of("", "events ", "run ", "explore ", "compare ", "replay ",
                "confirm ", "show ", "list ")) {
            Shell.Result help = shell.run((command + "--help").split(" "));
            assertThat(help.code()).isZero();
            assertThat(help.err()).isEmpty();
            assertThat(help.out()).startsWith("Usage: countermand " + command)
                    .contains("Exit codes");
            assertThat(help.out().lines()).allMatch(line -> line.length() <= 100);
        }
        assertThat(shell.run("--version").out()).startsWith("countermand ");
    }
}
