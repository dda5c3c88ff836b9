package dev.countermand.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Every command line that a page shows is one that the program understands. */
class DocumentedCommandsTest {
    private static final Path ROOT = Path.of("..");
    private static final String PROGRAM = "./countermand";
    /** What a page writes for any of the forms that {@code report} can give a trace. */
    private static final String ANY_FORM = "--FORM";

    private static final Pattern CALL = Pattern.compile("\\./countermand ([^\n`|&;)>]*)");
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

    @TempDir
    private Path folder;

    private static List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>();
        for (String place : List.of("docs", "examples")) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(place))) {
                files.filter(file -> file.toString().endsWith(".md")).sorted().forEach(pages::add);
            }
        }
        try (Stream<Path> modules = Files.list(ROOT)) {
            modules.flatMap(place -> Stream.of(place, place.resolve("README.md")))
                    .filter(file -> Files.isRegularFile(file) && file.toString().endsWith(".md"))
                    .sorted().forEach(pages::add);
        }
        return pages;
    }

    /** The words after the program's name, as a shell would pass them on. */
    private static List<String> words(String call) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(call);
        while (word.find()) {
            String said = word.group(1) == null ? word.group(2) : word.group(1);
            words.add(said.equals(ANY_FORM) ? "--sarif" : said);
        }
        return words;
    }

    private void parse(String call) {
        CommandLine program = Countermand.commandLine(new Shell(folder).surroundings());
        program.parseArgs(words(call).toArray(String[]::new));
    }

    @Test
    void everyCommandLineOfEveryPageIsUnderstood() throws IOException {
        List<String> seen = new ArrayList<>();
        for (Path page : pages()) {
            Matcher call = CALL.matcher(Files.readString(page));
            while (call.find()) {
                seen.add(call.group(1));
                assertThatCode(() -> parse(call.group(1)))
                        .as("%s: %s %s", page, PROGRAM, call.group(1))
                        .doesNotThrowAnyException();
            }
        }
        assertThat(seen).hasSizeGreaterThan(15)
                .contains("explore lock-wakeup-lost", "run lock-wakeup-lost --schedule 0:1,6:1");
    }

    @Test
    void aCommandLineThatTheProgramDoesNotUnderstandIsNoticed() {
        assertThatThrownBy(() -> parse("explore x --gone"))
                .isInstanceOf(CommandLine.ParameterException.class);
        assertThatThrownBy(() -> parse("gone"))
                .isInstanceOf(CommandLine.ParameterException.class);
        assertThatThrownBy(() -> parse("explore x --workers many"))
                .isInstanceOf(CommandLine.ParameterException.class);
    }
}
