package dev.countermand.explore.search;

import dev.countermand.explore.PickRecorder;
import dev.countermand.explore.RunOutcome;

/** Hears of the runs of one lane, on the thread that works on it. */
public interface RunListener {
    /** Hears nothing. */
    RunListener NONE = (picks, outcome) -> {};

    /**
     * A run has ended.
     *
     * @param picks its answers; only valid during the call
     * @param outcome what came of it
     */
    void ran(PickRecorder picks, RunOutcome outcome);
}
