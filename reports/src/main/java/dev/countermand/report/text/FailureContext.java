package dev.countermand.report.text;

import org.jspecify.annotations.Nullable;

/**
 * What a failure message says about a run and no trace holds: how it was found, and how to see it
 * again. These texts are shown whole, however long, as they are meant to be pasted.
 *
 * @param replay what replays the run, such as {@code --replay x.trace.json}, null if nothing does
 * @param found how it was found, such as {@code run 38 of 1000}, null if it was the only run
 * @param insight what was learned by making other runs, null if none were made
 * @param again the whole command that runs it again, null if there is none
 * @param trace where the trace file is, null if none was written
 */
public record FailureContext(
        @Nullable String replay,
        @Nullable String found,
        @Nullable Insight insight,
        @Nullable String again,
        @Nullable String trace) {
    /** Nothing is known but the run itself. */
    public static final FailureContext NONE = new FailureContext(null, null, null, null, null);
}
