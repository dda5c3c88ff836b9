package dev.countermand.report.text;

import dev.countermand.report.Explanation;
import dev.countermand.report.Shrinkage;
import dev.countermand.report.TraceFile;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a failing run because others like it were made.
 *
 * @param shrinkage what shrinking did, null if it was not tried
 * @param explanation what changes make it pass, null if none were tried
 */
public record Insight(@Nullable Shrinkage shrinkage, @Nullable Explanation explanation) {
    /** What a trace file says of its run. */
    public static Insight of(TraceFile file) {
        return new Insight(file.shrinkage(), file.explanation());
    }
}
