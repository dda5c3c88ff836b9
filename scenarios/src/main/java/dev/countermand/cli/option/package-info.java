/**
 * Options that several commands share, and the reading of their values.
 *
 * <p>Each converter says in one line what it expected and what came. Open this package to add an
 * option that more than one command takes; an option of one command stands in that command's class.
 */
@NullMarked
package dev.countermand.cli.option;

import org.jspecify.annotations.NullMarked;
