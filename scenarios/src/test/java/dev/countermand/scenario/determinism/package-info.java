/**
 * The promise "same seed, same bytes": in one JVM, across JDKs, across backends, whatever the
 * locale.
 *
 * <p>Open it when a digest differs: the digest file has a line for each program, so the first line
 * that differs names the program to look at.
 */
@NullMarked
package dev.countermand.scenario.determinism;

import org.jspecify.annotations.NullMarked;
