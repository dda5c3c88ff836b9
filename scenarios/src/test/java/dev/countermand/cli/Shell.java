package dev.countermand.cli;

import dev.countermand.cli.terminal.Streams;
import dev.countermand.cli.terminal.Surroundings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs command lines in this process, in a folder. */
final class Shell {
    private static final String PROGRAM = "./counter mand";

    private final Path folder;
    private final boolean isTerminal;
    private final Map<String, String> environment;

    Shell(Path folder) {
        this(folder, false, Map.of());
    }

    private Shell(Path folder, boolean isTerminal, Map<String, String> environment) {
        this.folder = folder;
        this.isTerminal = isTerminal;
        this.environment = environment;
    }

    /** The same folder, with a person watching. */
    Shell onTerminal() {
        return new Shell(folder, true, environment);
    }

    /** The same folder, with a variable. */
    Shell with(String variable, String value) {
        return new Shell(folder, isTerminal, Map.of(variable, value));
    }

    /** What a command left behind. */
    record Result(int code, String out, String err) {
        /** The rest of the only printed line that begins with this word. */
        String after(String word) {
            List<String> found = new ArrayList<>();
            out.lines().map(String::strip).filter(line -> line.startsWith(word + " "))
                    .forEach(found::add);
            if (found.size() != 1) {
                throw new AssertionError("expected one line of " + word + " in:\n" + out);
            }
            return found.get(0).substring(word.length()).strip();
        }
    }

    Result run(String... arguments) {
        return fed("", arguments);
    }

    /** Runs with a text on standard input. */
    Result fed(String input, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Streams streams = new Streams(
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, false, StandardCharsets.UTF_8),
                new PrintStream(err, false, StandardCharsets.UTF_8));
        int code = Countermand.run(surroundings(streams), arguments);
        return new Result(code, out.toString(StandardCharsets.UTF_8),
                err.toString(StandardCharsets.UTF_8));
    }

    /** The surroundings of a command that reads and writes nothing. */
    Surroundings surroundings() {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
        return surroundings(new Streams(InputStream.nullInputStream(), nowhere, nowhere));
    }

    private Surroundings surroundings(Streams streams) {
        return new Surroundings(streams, folder, PROGRAM, isTerminal, environment);
    }

    /** Runs a command of this program as it was printed. */
    Result paste(String command) {
        List<String> words = words(command);
        if (!words.get(0).equals(PROGRAM)) {
            throw new AssertionError("expected a command of " + PROGRAM + ": " + command);
        }
        return run(words.subList(1, words.size()).toArray(String[]::new));
    }

    /** The words that a POSIX shell makes of a line with single quotes and backslashes. */
    static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '\'') {
                quoted = !quoted;
            } else if (c == '\\' && !quoted) {
                i++;
                word.append(line.charAt(i));
            } else if (c == ' ' && !quoted) {
                words.add(word.toString());
                word.setLength(0);
            } else {
                word.append(c);
            }
        }
        words.add(word.toString());
        return words;
    }

    /** Puts a text file into the folder. */
    Path write(String name, String text) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path folder() {
        return folder;
    }
}
