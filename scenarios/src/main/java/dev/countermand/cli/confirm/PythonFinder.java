package dev.countermand.cli.confirm;

import dev.countermand.cli.terminal.UserError;
import dev.countermand.loop.PythonVersion;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the CPythons of this machine: those of pyenv, then those on the search path. */
public final class PythonFinder {
    private static final String PRINT_RELEASE =
            "import sys; print(sys.implementation.name, '%d.%d.%d' % sys.version_info[:3])";
    private static final Pattern RELEASE = Pattern.compile("(\\w+) (3\\.(\\d+)\\.\\d+)");
    private static final Pattern VERSION = Pattern.compile("3\\.(\\d+)(\\.\\d+)?");
    private static final Pattern EXECUTABLE = Pattern.compile("python3(\\.\\d+)?");
    private static final int START_SECONDS = 20;

    private PythonFinder() {}

    /**
     * The Python to use when the user names none: one of the wanted level, else the nearest one.
     *
     * @param wanted the level of the trace
     * @param least the lowest level that the scenario runs on
     * @throws UserError if there is none of that level or above
     */
    public static InstalledPython nearest(PythonVersion wanted, PythonVersion least) {
        List<InstalledPython> usable = all().stream()
                .filter(python -> python.level().compareTo(least) >= 0)
                .toList();
        return usable.stream()
                .min(Comparator.comparingInt(python ->
                        Math.abs(python.minor() - InstalledPython.OLDEST - wanted.ordinal())))
                .orElseThrow(() -> new UserError("expected CPython " + least.label() + " or newer"
                        + " among pyenv's versions or on the PATH, but found none; name one"
                        + " with --python"));
    }

    /**
     * The Python that the user names.
     *
     * @param word a version such as {@code 3.13} or {@code 3.13.0}, or an executable
     * @throws UserError if there is none
     */
    public static InstalledPython named(String word) {
        if (VERSION.matcher(word).matches()) {
            return all().stream()
                    .filter(python -> python.release().equals(word)
                            || python.release().startsWith(word + "."))
                    .findFirst()
                    .orElseThrow(() -> new UserError("--python: expected a CPython " + word
                            + " among pyenv's versions or on the PATH, but found none"));
        }
        InstalledPython found = examine(word);
        if (found == null) {
            throw new UserError("--python: expected a version such as 3.13, or the executable of a"
                    + " CPython of 3.11 or newer, but found '" + word + "'");
        }
        return found;
    }

    /** All that are new enough, each release once. */
    public static List<InstalledPython> all() {
        List<InstalledPython> found = new ArrayList<>();
        Set<String> releases = new LinkedHashSet<>();
        for (Path executable : executables()) {
            InstalledPython python = examine(executable.toString());
            if (python != null && releases.add(python.release())) {
                found.add(python);
            }
        }
        return found;
    }

    private static Set<Path> executables() {
        Set<Path> executables = new LinkedHashSet<>();
        String root = System.getenv("PYENV_ROOT");
        Path pyenv = root != null
                ? Path.of(root)
                : Path.of(System.getProperty("user.home"), ".pyenv");
        for (Path version : sorted(pyenv.resolve("versions"))) {
            Matcher name = VERSION.matcher(version.getFileName().toString());
            if (name.matches() && Integer.parseInt(name.group(1)) >= InstalledPython.OLDEST) {
                executables.add(version.resolve("bin").resolve("python"));
            }
        }
        String path = System.getenv("PATH");
        for (String folder : path == null ? new String[0] : path.split(File.pathSeparator)) {
            try {
                sorted(Path.of(folder)).stream()
                        .filter(file -> EXECUTABLE.matcher(file.getFileName().toString()).matches())
                        .forEach(executables::add);
            } catch (InvalidPathException noFolder) {
                // The shell, too, looks on where the path has something else.
            }
        }
        executables.removeIf(executable -> !Files.isExecutable(executable));
        return executables;
    }

    private static List<Path> sorted(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    /** What an executable says it is; null if it is no CPython, or too old. */
    private static @Nullable InstalledPython examine(String executable) {
        try {
            Process process = new ProcessBuilder(executable, "-c", PRINT_RELEASE)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.getOutputStream().close();
            String output = new String(
                    process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            boolean ended = process.waitFor(START_SECONDS, TimeUnit.SECONDS);
            Matcher release = RELEASE.matcher(output.strip());
            if (!ended || !release.matches() || !release.group(1).equals("cpython")) {
                return null;
            }
            int minor = Integer.parseInt(release.group(3));
            return minor < InstalledPython.OLDEST
                    ? null
                    : new InstalledPython(executable, minor, release.group(2));
        } catch (IOException notThere) {
            return null;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return null;
        }
    }
}
