/**
 * The command line, tested as a shell meets it: arguments and streams in, text and an exit code
 * out.
 *
 * <p>{@link dev.countermand.cli.Shell} runs a command line in this process and in a folder of its
 * own. What is printed for people to use, such as a seed, a path or a command, is taken from the
 * printed text and used. Open this package when a command's behaviour changes; golden reports are
 * refreshed with {@code -Dcountermand.golden=update}.
 */
@NullMarked
package dev.countermand.cli;

import org.jspecify.annotations.NullMarked;
