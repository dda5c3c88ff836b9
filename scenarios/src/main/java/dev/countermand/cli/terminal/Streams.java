package dev.countermand.cli.terminal;

import java.io.InputStream;
import java.io.PrintStream;

/**
 * The three standard streams of a command. Text on them is UTF-8, whatever the machine's locale.
 *
 * @param in standard input
 * @param out standard output: results only
 * @param err standard error: complaints, warnings and progress
 */
public record Streams(InputStream in, PrintStream out, PrintStream err) {}
