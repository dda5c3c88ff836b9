/**
 * Ordinary Java in the simulation, held to what the JDK does.
 *
 * <p>{@link dev.countermand.executors.RandomProgramsTest} compares random programs; the others show
 * one thing each.
 */
@NullMarked
package dev.countermand.executors;

import org.jspecify.annotations.NullMarked;
