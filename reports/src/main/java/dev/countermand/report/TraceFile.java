package dev.countermand.report;

import org.jspecify.annotations.Nullable;

/**
 * What a trace file holds: a run, and what is known of it because others like it were made.
 *
 * @param run the run
 * @param shrinkage what shrinking did to it, null if it was not tried
 * @param explanation what changes make it pass, null if none were tried
 */
public record TraceFile(
        TraceDocument run, @Nullable Shrinkage shrinkage, @Nullable Explanation explanation) {
    /** A run of which nothing else is known. */
    public static TraceFile of(TraceDocument run) {
        return new TraceFile(run, null, null);
    }
}
