/**
 * What is watched in every run without the program's asking: open this to add an oracle, or to see
 * which are on by default and why.
 *
 * <p>The loop, its locks and its tasks tell the run's {@link
 * dev.countermand.loop.oracle.Findings}; this package knows none of them.
 */
@NullMarked
package dev.countermand.loop.oracle;

import org.jspecify.annotations.NullMarked;
