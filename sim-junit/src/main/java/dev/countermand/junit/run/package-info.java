/**
 * Explores one test: makes runs of it, keeps what fails, and says it.
 *
 * <p>{@link dev.countermand.junit.run.Exploration} is the way from a test to its failure; {@link
 * dev.countermand.junit.run.TestProgram} makes one run of it. Nothing here knows JUnit. Open this
 * package to change what is tried in which order, or what a failure says.
 */
@NullMarked
package dev.countermand.junit.run;

import org.jspecify.annotations.NullMarked;
