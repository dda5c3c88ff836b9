package dev.countermand.scenario.conformance;

import dev.countermand.loop.PythonVersion;
import java.util.List;

/**
 * A CPython that can play scenarios.
 *
 * @param version the version it is, which is also the one that the simulated loop has to be equal
 *     to
 * @param release its full number, such as {@code 3.13.0}
 * @param command starts the batch interpreter, which reads file names from its standard input
 */
record Python(PythonVersion version, String release, List<String> command) {}
