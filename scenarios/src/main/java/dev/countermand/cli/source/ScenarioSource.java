package dev.countermand.cli.source;

import dev.countermand.cli.terminal.UserError;
import dev.countermand.loop.PythonVersion;
import dev.countermand.loop.VersionDifference;
import dev.countermand.scenario.model.Scenario;
import dev.countermand.scenario.read.ScenarioReader;
import dev.countermand.scenario.run.PreparedScenario;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The bytes of a scenario, read once, so that what was run and what was hashed are the same. */
public final class ScenarioSource {
    private static final String FIRST_WITH_EAGER_TASKS =
            VersionDifference.EAGER_TASKS.since().label();
    private static final String[] SUFFIXES = {".scenario.json", ".json"};

    private final String word;
    private final String file;
    private final boolean isBuiltIn;
    private final byte[] bytes;

    ScenarioSource(String word, String file, boolean isBuiltIn, byte[] bytes) {
        this.word = word;
        this.file = file;
        this.isBuiltIn = isBuiltIn;
        this.bytes = bytes;
    }

    /**
     * A scenario that comes with the program and is not in the library.
     *
     * @param name what it is called
     * @param file the file's name without its folder
     */
    public static ScenarioSource builtIn(String name, String file, byte[] bytes) {
        return new ScenarioSource(name, file, true, bytes.clone());
    }

    /** What to write on the command line to get this scenario again: a path or a built-in name. */
    public String word() {
        return word;
    }

    /** Whether it comes with the program, so that its name alone finds it anywhere. */
    public boolean isBuiltIn() {
        return isBuiltIn;
    }

    /** The file's name without its folder. */
    public String file() {
        return file;
    }

    /** The file's name without what all such names end in. */
    public String stem() {
        return stem(file);
    }

    static String stem(String file) {
        for (String suffix : SUFFIXES) {
            if (file.endsWith(suffix) && file.length() > suffix.length()) {
                return file.substring(0, file.length() - suffix.length());
            }
        }
        return file;
    }

    /** The document as it was read. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /**
     * The oldest CPython that the scenario runs on.
     *
     * @throws dev.countermand.scenario.read.ScenarioException if the bytes are no scenario
     * @throws UserError if it needs a newer CPython than this program knows
     */
    public PythonVersion needed() {
        String needed = needed(ScenarioReader.read(word, bytes));
        for (PythonVersion version : PythonVersion.values()) {
            if (minor(version.label()) >= minor(needed)) {
                return version;
            }
        }
        throw new UserError(word + ": /python: the scenario needs Python " + needed
                + ", which this program does not know");
    }

    /** The SHA-256 of the bytes, in lower-case hex. */
    public String sha256() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /**
     * Reads and compiles the scenario.
     *
     * @param level the CPython that it is to run on
     * @throws dev.countermand.scenario.read.ScenarioException if the bytes are no scenario
     * @throws UserError if the scenario needs a newer CPython
     */
    public PreparedScenario prepare(PythonVersion level) {
        Scenario scenario = ScenarioReader.read(word, bytes);
        if (!allows(scenario, level)) {
            String needed = needed(scenario);
            String field = needed.equals(scenario.python().toString())
                    ? "/python"
                    : "/runner/eager_tasks";
            throw new UserError(word + ": " + field + ": the scenario needs Python " + needed
                    + " or newer, but is to run as " + level.label());
        }
        return new PreparedScenario(scenario);
    }

    /** The lowest version that a scenario can run on: the one it names, or has need of anyway. */
    public static String needed(Scenario scenario) {
        boolean isEager = scenario.host().options().eagerTasks();
        return isEager && scenario.python().minor() < minor(FIRST_WITH_EAGER_TASKS)
                ? FIRST_WITH_EAGER_TASKS
                : scenario.python().toString();
    }

    /** Whether a scenario can run on a CPython. */
    public static boolean allows(Scenario scenario, PythonVersion level) {
        return minor(needed(scenario)) <= minor(level.label());
    }

    private static int minor(String version) {
        return Integer.parseInt(version.substring(version.indexOf('.') + 1));
    }
}
