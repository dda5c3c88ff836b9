/**
 * Compares what a scenario does on the compatibility levels: which differ, where first, and which
 * of the known differences between versions is behind it.
 *
 * <p>{@link dev.countermand.cli.compare.Comparison} is the whole of it; open {@link
 * dev.countermand.cli.compare.CauseSearch} to change how a cause is found.
 */
@NullMarked
package dev.countermand.cli.compare;

import org.jspecify.annotations.NullMarked;
