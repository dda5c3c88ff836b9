/**
 * Searching the schedules of a program: what a program is to the explorer, and what a schedule is.
 *
 * <p>A {@link dev.countermand.explore.Program} can be run again under any scheduler; a
 * {@link dev.countermand.explore.Schedule} is the list of choices by which one run differs from
 * CPython's. Everything else is in packages of its own: how runs follow each other ({@code
 * search}), and how each is decided ({@code strategy}). Open this package to explore a new kind of
 * program.
 */
@NullMarked
package dev.countermand.explore;

import org.jspecify.annotations.NullMarked;
