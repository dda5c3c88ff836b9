package dev.countermand.explore.shrink;

import java.util.List;

/**
 * One way of making a failing schedule smaller.
 *
 * <p>A pass proposes candidates to the {@link Shrinking} it is given; that runs them and keeps
 * those that fail in the same way and are smaller, whatever a pass thinks of them. So a pass may
 * guess. It must be deterministic, keep nothing from call to call, and stop when the work {@link
 * Shrinking#isSpent is spent}.
 */
interface ShrinkPass {
    /** All passes, those that take away most for a run first. */
    List<ShrinkPass> ALL = List.of(
            new DropFaults(),
            new KeepFew(),
            new DeleteDepartures(),
            new LowerPicks(),
            new MergeDepartures(),
            new MoveEarlier(),
            new StartAfresh());

    /** What the pass does, in statistics. */
    String name();

    /** Proposes candidates, beginning with the best that is known now. */
    void improve(Shrinking work);
}
