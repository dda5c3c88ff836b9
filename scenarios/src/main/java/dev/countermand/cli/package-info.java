/**
 * The command line: one class for each command, and the options that they share.
 *
 * <p>{@link dev.countermand.cli.Countermand} is the program. A command reads its options, lets the
 * scenario engine or the module {@code reports} do the work, and prints; it decides nothing about a
 * run. Open this package to add a command or an option, and then name it in {@code
 * docs/command-line.md} too: a test insists.
 */
@NullMarked
package dev.countermand.cli;

import org.jspecify.annotations.NullMarked;
