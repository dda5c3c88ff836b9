package dev.countermand.explore.shrink;

import dev.countermand.explore.Schedule;
import java.util.List;

/**
 * Keeps none of the departures, one, or two of them: most failures need no more, and what
 * deleting has left over comes down in a few runs.
 */
final class KeepFew implements ShrinkPass {
    /** Where there are more departures, deleting them by halves costs less than trying each. */
    private static final int FEW = 24;

    @Override
    public String name() {
        return "keep few";
    }

    @Override
    public void improve(Shrinking work) {
        int count = work.departures().size();
        if (count == 0 || work.attempt(Schedule.FIFO) || count > FEW) {
            return;
        }
        for (int i = 0; i < count && !work.isSpent(); i++) {
            if (count > 1 && work.attempt(List.of(), List.of(i))) {
                return;
            }
        }
        for (int i = 0; i < count && count > 2; i++) {
            for (int j = i + 1; j < count && !work.isSpent(); j++) {
                if (work.attempt(List.of(), List.of(i, j))) {
                    return;
                }
            }
        }
    }
}
