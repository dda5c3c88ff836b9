/**
 * Tests of where scenarios come from: the library's index, and what names find.
 *
 * <p>{@code LibraryTest} also writes the index anew, with {@code -Dcountermand.golden=update}. Open
 * this package when a scenario of the library was added, renamed or removed.
 */
@NullMarked
package dev.countermand.cli.source;

import org.jspecify.annotations.NullMarked;
