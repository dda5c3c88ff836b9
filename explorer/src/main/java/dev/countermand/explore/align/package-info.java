/**
 * Finding a departure again in another run.
 *
 * <p>A change of one choice shifts the numbers of all that follow. A {@link
 * dev.countermand.explore.align.Landmark} says what a departure was about, and a {@link
 * dev.countermand.explore.align.RealignedRun} makes it there again. Open this package when a
 * shrunk or flipped schedule loses departures that it should have kept.
 */
@NullMarked
package dev.countermand.explore.align;

import org.jspecify.annotations.NullMarked;
