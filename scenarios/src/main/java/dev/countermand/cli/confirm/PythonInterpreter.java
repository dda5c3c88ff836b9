package dev.countermand.cli.confirm;

import dev.countermand.cli.terminal.UserError;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The interpreter of scenarios, unpacked into a folder of its own so that a Python can run it. */
public final class PythonInterpreter implements AutoCloseable {
    /** The modules that are unpacked; a test holds the list to the folder. */
    static final List<String> MODULES = List.of(
            "choices", "document", "expressions", "operations", "ordered_sets", "player",
            "process", "program", "recorder", "run_scenarios", "standalone", "steps",
            "translation", "virtual_executor", "virtual_loop");

    private static final String FOLDER = "/dev/countermand/scenario/python/";
    private static final String SCENARIO = "played.scenario.json";
    private static final int LONGEST_SECONDS = 60;

    private final InstalledPython python;
    private final Path folder;

    private PythonInterpreter(InstalledPython python, Path folder) {
        this.python = python;
        this.folder = folder;
    }

    /**
     * Unpacks the interpreter for a Python.
     *
     * @throws UserError if there is no place for temporary files
     */
    public static PythonInterpreter on(InstalledPython python) {
        try {
            Path folder = Files.createTempDirectory("countermand");
            for (String module : MODULES) {
                String file = module + ".py";
                try (InputStream in = PythonInterpreter.class.getResourceAsStream(FOLDER + file)) {
                    if (in == null) {
                        throw new IllegalStateException(file + " is not in this program");
                    }
                    Files.copy(in, folder.resolve(file));
                }
            }
            return new PythonInterpreter(python, folder);
        } catch (IOException e) {
            throw new UserError("cannot write temporary files: " + e.getMessage());
        }
    }

    /**
     * Plays a scenario with the choices of a schedule.
     *
     * @param scenario the bytes of the document
     * @param forced the schedule and its step limit
     * @throws UserError if this Python cannot play it, or does not end
     */
    public ForcedRun play(byte[] scenario, ForcedSchedule forced) {
        List<String> lines = run("--forced", scenario, forced, "");
        return ForcedRun.of(lines);
    }

    /**
     * The program in one file that plays the scenario with these choices.
     *
     * @param comment what to say on top of it
     */
    public String standalone(byte[] scenario, ForcedSchedule forced, String comment) {
        return String.join("\n", run("--standalone", scenario, forced, comment)) + "\n";
    }

    private List<String> run(
            String mode, byte[] scenario, ForcedSchedule forced, String input) {
        try {
            Path file = Files.write(folder.resolve(SCENARIO), scenario);
            Path in = Files.writeString(folder.resolve("in"), input);
            Path out = folder.resolve("out");
            Path err = folder.resolve("err");
            List<String> command = new ArrayList<>(List.of(
                    python.executable(), "-B", "-X", "utf8",
                    folder.resolve("run_scenarios.py").toString(), mode));
            if (forced.isInterrupted()) {
                command.add("--interrupts");
            }
            command.addAll(List.of(forced.schedule().toString(),
                    Long.toString(forced.stepLimit()), file.toString()));
            Process process = new ProcessBuilder(command)
                    .redirectInput(in.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new UserError("CPython " + python.release() + " did not end within "
                        + LONGEST_SECONDS + " s: does a body loop without awaiting?");
            }
            List<String> lines = new ArrayList<>(Files.readAllLines(out, StandardCharsets.UTF_8));
            if (lines.isEmpty()) {
                throw new UserError("CPython " + python.release() + " cannot play the scenario: "
                        + lastLine(Files.readAllLines(err, StandardCharsets.UTF_8)));
            }
            return lines;
        } catch (IOException e) {
            throw new UserError("CPython " + python.release() + " cannot be run: "
                    + e.getMessage());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new UserError("interrupted");
        }
    }

    private static String lastLine(List<String> lines) {
        return lines.isEmpty() ? "it printed nothing" : lines.get(lines.size() - 1);
    }

    /** Removes the folder. */
    @Override
    public void close() {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
