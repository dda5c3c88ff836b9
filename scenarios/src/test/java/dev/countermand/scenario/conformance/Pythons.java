package dev.countermand.scenario.conformance;

import dev.countermand.loop.PythonVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Finds the CPythons of this machine whose behaviour was measured: 3.11.7, 3.12.1, 3.13.0, 3.14.2.
 *
 * <p>A version is looked for in this order: the system property {@code countermand.python.3.13}
 * (and so on), pyenv, {@code python3.13} on the path; 3.14 also as WebAssembly on node, once {@code
 * npm ci} has run. Other patch levels are left alone, as each has corrections of its own.
 */
final class Pythons {
    private static final Map<PythonVersion, String> RELEASES = new EnumMap<>(Map.of(
            PythonVersion.PYTHON_3_11, "3.11.7",
            PythonVersion.PYTHON_3_12, "3.12.1",
            PythonVersion.PYTHON_3_13, "3.13.0",
            PythonVersion.PYTHON_3_14, "3.14.2"));
    private static final String PRINT_RELEASE =
            "import sys; print('.'.join(map(str, sys.version_info[:3])))";
    private static final Path INTERPRETER = Path.of(
            "src/main/resources/dev/countermand/scenario/python/run_scenarios.py")
            .toAbsolutePath();
    private static final Path PYODIDE = Path.of("src/test/python/pyodide").toAbsolutePath();
    private static final int START_SECONDS = 20;
    private static final Map<PythonVersion, Optional<Python>> FOUND = new LinkedHashMap<>();

    private Pythons() {}

    /** The release of a version that the simulated loop is equal to. */
    static String release(PythonVersion version) {
        return RELEASES.get(version);
    }

    /** The Python of a version, if there is one here. */
    static synchronized Optional<Python> find(PythonVersion version) {
        return FOUND.computeIfAbsent(version, Pythons::search);
    }

    private static Optional<Python> search(PythonVersion version) {
        String wanted = release(version);
        for (String candidate : candidates(version)) {
            if (wanted.equals(firstLine(List.of(candidate, "-c", PRINT_RELEASE)))) {
                return Optional.of(new Python(version, wanted, List.of(
                        candidate, "-B", INTERPRETER.toString(), "--batch")));
            }
        }
        boolean runs = version == PythonVersion.PYTHON_3_14
                && Files.isDirectory(PYODIDE.resolve("node_modules"))
                && firstLine(List.of("node", "--version")) != null;
        return runs
                ? Optional.of(new Python(version, wanted, List.of(
                        "node", PYODIDE.resolve("run_pyodide.mjs").toString(), "--batch")))
                : Optional.empty();
    }

    private static List<String> candidates(PythonVersion version) {
        List<String> candidates = new ArrayList<>();
        String given = System.getProperty("countermand.python." + version.label());
        if (given != null) {
            candidates.add(given);
        }
        for (String root : pyenvRoots()) {
            Path executable = Path.of(root, "versions", release(version), "bin", "python");
            if (Files.isExecutable(executable)) {
                candidates.add(executable.toString());
            }
        }
        candidates.add("python" + version.label());
        return candidates;
    }

    private static List<String> pyenvRoots() {
        List<String> roots = new ArrayList<>();
        String reported = firstLine(List.of("pyenv", "root"));
        if (reported != null) {
            roots.add(reported);
        }
        roots.add(Path.of(System.getProperty("user.home"), ".pyenv").toString());
        return roots;
    }

    private static @Nullable String firstLine(List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String output = new String(
                    process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            boolean ended = process.waitFor(START_SECONDS, TimeUnit.SECONDS);
            return ended && process.exitValue() == 0
                    ? output.lines().findFirst().orElse(null)
                    : null;
        } catch (IOException notThere) {
            return null;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return null;
        }
    }
}
