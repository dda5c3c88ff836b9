/**
 * Many runs of one program: which strategy decides which run, on which worker, and when it is
 * enough.
 *
 * <p>{@link dev.countermand.explore.search.Search} is the heart. Runs are numbered by a
 * {@link dev.countermand.explore.search.SearchPlan}; the failing run with the lowest number is the
 * result, however many workers there are. Open this package to change how runs follow each other;
 * how one run is decided is the business of the strategies.
 */
@NullMarked
package dev.countermand.explore.search;

import org.jspecify.annotations.NullMarked;
