package dev.countermand.explore.dpor;

import java.util.Arrays;

/**
 * What one step touched, in a form that can be compared with a step of another run.
 *
 * @param reads the numbers of the objects it only looked at, ascending
 * @param writes the numbers of those it changed, ascending
 * @param everything whether no other step may be swapped with it
 */
record Footprint(long[] reads, long[] writes, boolean everything) {
    Footprint {
        Arrays.sort(reads);
        Arrays.sort(writes);
    }

    /** Whether the order of the two steps could be noticed. */
    boolean conflictsWith(Footprint other) {
        return everything || other.everything
                || meet(writes, other.writes)
                || meet(writes, other.reads)
                || meet(reads, other.writes);
    }

    private static boolean meet(long[] some, long[] others) {
        int i = 0;
        int j = 0;
        while (i < some.length && j < others.length) {
            if (some[i] == others[j]) {
                return true;
            }
            if (some[i] < others[j]) {
                i++;
            } else {
                j++;
            }
        }
        return false;
    }
}
