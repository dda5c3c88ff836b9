/**
 * What a search that found nothing is worth.
 *
 * <p>{@link dev.countermand.explore.statistics.DistinctOrders} counts how many different orders
 * were seen and estimates how much is unseen;
 * {@link dev.countermand.explore.statistics.CancelCoverage} says which awaits were cancelled, and
 * when; {@link dev.countermand.explore.statistics.SampledRuns} makes some runs again to hold the
 * program to its promise of being deterministic. Open this package to make green more honest.
 */
@NullMarked
package dev.countermand.explore.statistics;

import org.jspecify.annotations.NullMarked;
