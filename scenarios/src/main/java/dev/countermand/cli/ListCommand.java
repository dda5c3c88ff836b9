package dev.countermand.cli;

import dev.countermand.cli.source.Library;
import dev.countermand.cli.terminal.ExitCode;
import dev.countermand.cli.terminal.Surroundings;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Prints the built-in scenarios. */
@Command(
        name = "list",
        description = "Prints the built-in scenarios; their names stand for files everywhere.")
final class ListCommand implements Callable<Integer> {
    private static final int COLUMNS = 100;
    private static final String INDENT = "      ";

    private final Surroundings surroundings;

    ListCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        PrintStream out = surroundings.out();
        List<Library.Entry> entries = Library.entries();
        String group = "";
        for (Library.Entry entry : entries) {
            if (!entry.group().equals(group)) {
                group = entry.group();
                out.println(group);
            }
            out.println("  " + entry.name());
            String text = entry.description().isEmpty() ? entry.title() : entry.description();
            wrapped(out, text);
        }
        out.println(entries.size() + " scenarios");
        return ExitCode.CLEAN.number();
    }

    private static void wrapped(PrintStream out, String text) {
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ")) {
            int width = INDENT.length() + line.length() + 1 + word.length();
            if (line.length() > 0 && width > COLUMNS) {
                out.println(INDENT + line);
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : " ").append(word);
        }
        out.println(INDENT + line);
    }
}
