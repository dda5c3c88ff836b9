/**
 * What the runs of a search are worth: of one that found nothing, and of one that did.
 *
 * <p>{@link dev.countermand.explore.statistics.DistinctOrders} counts how many different orders
 * were seen and estimates how much is unseen;
 * {@link dev.countermand.explore.statistics.CancelCoverage} says which awaits were cancelled, and
 * when; {@link dev.countermand.explore.statistics.SampledRuns} makes some runs again to hold the
 * program to its promise of being deterministic.
 * {@link dev.countermand.explore.statistics.Survey} searches on behind a failure and says what each
 * strategy contributes; {@link dev.countermand.explore.statistics.SuffixSampling} looks for the
 * choice of a failing run that makes it fail. Open this package to make green more honest.
 */
@NullMarked
package dev.countermand.explore.statistics;

import org.jspecify.annotations.NullMarked;
