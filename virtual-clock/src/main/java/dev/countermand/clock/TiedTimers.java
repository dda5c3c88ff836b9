package dev.countermand.clock;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The reordering of one group of timers with equal deadlines; see {@link TieBreak#order}. */
final class TiedTimers {

    private TiedTimers() {}

    static <T extends Timer> void order(List<T> group, TieBreak tieBreak) {
        int[] live = livePlaces(group);
        for (int next = 0; next < live.length - 1; next++) {
            int bound = live.length - next;
            int pick = tieBreak.choose(remaining(group, live, next));
            if (pick < 0 || pick >= bound) {
                throw new IllegalArgumentException("a tie break among " + bound
                        + " timers must answer 0 to " + (bound - 1) + ", not " + pick);
            }
            moveToFront(group, live, next, pick);
        }
    }

    private static <T extends Timer> List<T> remaining(List<T> group, int[] live, int next) {
        List<T> tied = new ArrayList<>(live.length - next);
        for (int i = next; i < live.length; i++) {
            tied.add(group.get(live[i]));
        }
        return tied;
    }

    private static int[] livePlaces(List<? extends Timer> group) {
        int[] places = new int[group.size()];
        int count = 0;
        for (int i = 0; i < places.length; i++) {
            if (!group.get(i).isCancelled()) {
                places[count++] = i;
            }
        }
        return Arrays.copyOf(places, count);
    }

    /** Those before the one picked move back by one place, so that they keep CPython's order. */
    private static <T> void moveToFront(List<T> group, int[] live, int next, int pick) {
        T picked = group.get(live[next + pick]);
        for (int i = next + pick; i > next; i--) {
            group.set(live[i], group.get(live[i - 1]));
        }
        group.set(live[next], picked);
    }
}
