/**
 * Makes a failing schedule as small as it can be.
 *
 * <p>{@link dev.countermand.explore.shrink.Shrinker} is the whole of it for users. What "smaller"
 * means is said once, in {@link dev.countermand.explore.shrink.Size}; each way of making a schedule
 * smaller is one {@link dev.countermand.explore.shrink.ShrinkPass}. Open this package when a shrunk
 * schedule could obviously be smaller: write the pass that finds it.
 */
@NullMarked
package dev.countermand.explore.shrink;

import org.jspecify.annotations.NullMarked;
