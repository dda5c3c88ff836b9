/**
 * Tests of how the program meets its terminal.
 *
 * <p>Open this package when what is printed is not what a shell, or a single line, can hold.
 */
@NullMarked
package dev.countermand.cli.terminal;

import org.jspecify.annotations.NullMarked;
