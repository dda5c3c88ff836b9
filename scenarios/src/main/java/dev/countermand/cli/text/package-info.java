/**
 * What the commands print: reports for people, at most 100 columns wide, and JSON for machines.
 *
 * <p>Everything here turns values into text and touches nothing else. The lanes and the report of
 * one failure are those of {@link dev.countermand.report}; open this package for the lines around
 * them.
 */
@NullMarked
package dev.countermand.cli.text;

import org.jspecify.annotations.NullMarked;
