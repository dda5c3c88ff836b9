package dev.countermand.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countermand.cli.terminal.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Holds the page about the command line to the program. */
class DocumentationTest {
    private static final Path PAGE = Path.of("../docs/command-line.md");
    private static final Pattern OPTION = Pattern.compile("`(--?[A-Za-z][a-z-]*)");

    @TempDir
    private Path folder;

    private CommandLine program;
    private String page;

    @BeforeEach
    void read() throws IOException {
        program = Countermand.commandLine(new Shell(folder).surroundings());
        page = Files.readString(PAGE);
    }

    @Test
    void everyCommandIsOnThePage() {
        assertThat(program.getSubcommands()).hasSizeGreaterThan(5);
        for (String command : program.getSubcommands().keySet()) {
            assertThat(page).contains("| `" + command);
        }
    }

    @Test
    void thePageNamesExactlyTheOptionsThatThereAre() {
        TreeSet<String> options = new TreeSet<>(program.getCommandSpec().optionsMap().keySet());
        program.getSubcommands().values().forEach(
                command -> options.addAll(command.getCommandSpec().optionsMap().keySet()));
        List<String> named = OPTION.matcher(page).results()
                .map((MatchResult match) -> match.group(1)).toList();
        assertThat(new TreeSet<>(named)).isEqualTo(options);
    }

    @Test
    void theOptionsOfACommandStandInItsSectionOrAmongTheShared() {
        String shared = section("Options that several commands take");
        for (Map.Entry<String, CommandLine> command : program.getSubcommands().entrySet()) {
            List<String> own = new ArrayList<>(
                    command.getValue().getCommandSpec().optionsMap().keySet());
            own.removeAll(program.getCommandSpec().optionsMap().keySet());
            for (String option : own) {
                assertThat(shared + section("`" + command.getKey() + "`"))
                        .as(command.getKey()).contains("`" + option);
            }
        }
    }

    @Test
    void everyExitCodeIsOnThePageAndInTheHelp() {
        String help = program.getUsageMessage();
        for (ExitCode code : ExitCode.values()) {
            assertThat(section("Exit codes")).contains("\n| " + code.number() + " |");
            assertThat(help).containsPattern("\n +" + code.number() + " +[a-z]");
        }
    }

    private String section(String title) {
        int start = page.indexOf("\n## " + title + "\n");
        if (start < 0) {
            return "";
        }
        int end = page.indexOf("\n## ", start + 1);
        return page.substring(start, end < 0 ? page.length() : end);
    }
}
