/**
 * What a command sees of the process it runs in, and what it leaves behind: its streams, its
 * folder, its exit code, and the one-line complaint about a user's mistake.
 *
 * <p>Commands reach the outside only through {@link dev.countermand.cli.terminal.Surroundings}, so
 * that a test runs them as a shell does, without a process. Open this package to change how the
 * program meets its terminal.
 */
@NullMarked
package dev.countermand.cli.terminal;

import org.jspecify.annotations.NullMarked;
