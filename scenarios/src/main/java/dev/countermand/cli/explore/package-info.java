/**
 * Many runs of one scenario, and the recording of the one that matters.
 *
 * <p>{@link dev.countermand.cli.explore.Exploration} searches and keeps nothing;
 * {@link dev.countermand.cli.explore.RecordedRun} repeats one run with everything written down.
 * Open this package to change how runs follow each other; how one run is decided is the business of
 * {@link dev.countermand.loop.schedule}.
 */
@NullMarked
package dev.countermand.cli.explore;

import org.jspecify.annotations.NullMarked;
