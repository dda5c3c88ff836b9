package dev.countermand.explore.shrink;

import dev.countermand.explore.Schedule;
import java.util.List;

/**
 * Keeps none of the departures, one, or two of them: most failures need no more, and a long random
 * schedule comes down in a few runs.
 */
final class KeepFew implements ShrinkPass {
    /** With more departures, trying all pairs would cost more than deleting by halves. */
    private static final int MOST_FOR_PAIRS = 24;

    @Override
    public String name() {
        return "keep few";
    }

    @Override
    public void improve(Shrinking work) {
        int count = work.departures().size();
        if (count == 0 || work.attempt(Schedule.FIFO)) {
            return;
        }
        for (int i = 0; i < count && !work.isSpent(); i++) {
            if (count > 1 && work.attempt(List.of(), List.of(i))) {
                return;
            }
        }
        for (int i = 0; i < count && count > 2 && count <= MOST_FOR_PAIRS; i++) {
            for (int j = i + 1; j < count && !work.isSpent(); j++) {
                if (work.attempt(List.of(), List.of(i, j))) {
                    return;
                }
            }
        }
    }
}
