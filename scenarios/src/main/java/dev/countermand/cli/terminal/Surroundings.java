package dev.countermand.cli.terminal;

import java.io.PrintStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Help.Ansi;

/**
 * The process that a command runs in.
 *
 * @param streams where it reads and writes
 * @param folder the current folder, against which paths of the command line are taken
 * @param program how the user started this program; printed commands begin with it
 * @param isInteractive whether a person watches, on a terminal
 * @param environment the variables that the process was given
 */
public record Surroundings(
        Streams streams,
        Path folder,
        String program,
        boolean isInteractive,
        Map<String, String> environment) {
    /** Copies the map. */
    public Surroundings {
        environment = Map.copyOf(environment);
    }

    /** A process that was given no variables. */
    public Surroundings(Streams streams, Path folder, String program, boolean isInteractive) {
        this(streams, folder, program, isInteractive, Map.of());
    }

    /** Standard output. */
    public PrintStream out() {
        return streams.out();
    }

    /** Standard error. */
    public PrintStream err() {
        return streams.err();
    }

    /**
     * Whether what is printed has colours: where a person watches, on a terminal that has them, and
     * not if {@code NO_COLOR} is set.
     */
    public Ansi colours() {
        return isInteractive && Ansi.AUTO.enabled() ? Ansi.ON : Ansi.OFF;
    }

    /**
     * The file that a path of the command line means.
     *
     * @throws UserError if the file system cannot have such a name
     */
    public Path path(String argument) {
        try {
            return folder.resolve(argument);
        } catch (InvalidPathException e) {
            throw new UserError(argument + ": expected a file name, but this cannot be one: "
                    + e.getReason());
        }
    }

    /** A command of this program that a shell can run as it is printed. */
    public String command(List<String> words) {
        StringBuilder line = new StringBuilder(ShellWord.of(program));
        for (String word : words) {
            line.append(' ').append(ShellWord.of(word));
        }
        return line.toString();
    }
}
