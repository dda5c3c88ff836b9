package dev.countermand.explore.search;

import dev.countermand.explore.PickRecorder;
import dev.countermand.explore.RunOutcome;

/** Hears of the runs of one lane, on the thread that works on it. */
public interface RunListener {
    /** Hears nothing. */
    RunListener NONE = (number, picks, outcome) -> {};

    /**
     * A run has ended.
     *
     * @param number its number in the search; they ascend
     * @param picks its answers; only valid during the call
     * @param outcome what came of it
     */
    void ran(long number, PickRecorder picks, RunOutcome outcome);

    /**
     * A block of runs is over. Those with a higher number than the given one do not count: they lie
     * behind a failing run, and were only made because several workers were at it.
     *
     * @param counted what those were like that do count
     */
    default void blockEnded(long lastNumber, SearchFacts counted) {}
}
