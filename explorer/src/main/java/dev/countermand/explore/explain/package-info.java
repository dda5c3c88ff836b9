/**
 * Why a schedule fails: what happens without each of its departures, and the nearest run that
 * passes.
 *
 * <p>{@link dev.countermand.explore.explain.Explainer} makes the runs; what it finds is an {@link
 * dev.countermand.report.Explanation}, which the reports know how to say. Open this package to try
 * more changes of a failing run.
 */
@NullMarked
package dev.countermand.explore.explain;

import org.jspecify.annotations.NullMarked;
