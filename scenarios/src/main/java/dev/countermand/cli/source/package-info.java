/**
 * Where scenarios come from: files that the user names, and the library that comes with the
 * program.
 *
 * <p>{@link dev.countermand.cli.source.ScenarioFinder} turns a word of the command line, or the
 * subject of a trace, into a {@link dev.countermand.cli.source.ScenarioSource}. Open this package
 * to change how a scenario is looked up.
 */
@NullMarked
package dev.countermand.cli.source;

import org.jspecify.annotations.NullMarked;
