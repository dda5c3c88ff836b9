package dev.countermand.cli.confirm;

import dev.countermand.loop.PythonVersion;

/**
 * A CPython of this machine.
 *
 * @param executable its program
 * @param minor the second number of its release, at least {@link #OLDEST}
 * @param release its full number, such as {@code 3.13.0}
 */
public record InstalledPython(String executable, int minor, String release) {
    /** The oldest version that asyncio's timeouts and task groups are there in: 3.11. */
    public static final int OLDEST = 11;

    /** The level of the simulated loop that is nearest to this Python. */
    public PythonVersion level() {
        PythonVersion[] known = PythonVersion.values();
        return known[Math.min(minor - OLDEST, known.length - 1)];
    }
}
