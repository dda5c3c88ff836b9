package dev.countermand.explore.strategy;

import java.util.Arrays;

/**
 * A depth-first walk over a tree of choices, of which at most so many may depart from choice 0.
 *
 * <p>The tree is known as far as it was walked: a run follows the path to its end, and answers 0
 * from there on. Only the path is kept.
 */
final class ChoiceTree {
    private static final int FIRST_CAPACITY = 64;

    private final int departures;
    private final int depth;
    private int[] picks = new int[FIRST_CAPACITY];
    private int[] bounds = new int[FIRST_CAPACITY];
    private int known;
    private int next;
    private boolean isCut;
    private boolean isExhausted;

    /**
     * Creates a walk at its first path, which is 0 all over.
     *
     * @param departures how many choices of a path may depart from 0
     * @param depth how many choices of a path may depart at all: those behind them stay 0
     */
    ChoiceTree(int departures, int depth) {
        this.departures = departures;
        this.depth = depth;
    }

    /** Goes back to the root, to follow the present path. */
    void start() {
        next = 0;
    }

    /** The answer at the next choice of the path, which becomes longer when its end is reached. */
    int choose(int bound) {
        if (next == depth) {
            isCut = true;
            return 0;
        }
        if (next == known) {
            if (known == picks.length) {
                picks = Arrays.copyOf(picks, known * 2);
                bounds = Arrays.copyOf(bounds, known * 2);
            }
            picks[known] = 0;
            bounds[known] = bound;
            known++;
        }
        return Math.min(picks[next++], bound - 1);
    }

    /** The answer at the next choice, the tree staying as it is. */
    int follow(int bound) {
        return next < known ? Math.min(picks[next++], bound - 1) : 0;
    }

    /** Turns to the next path. What the last run added to the path must be all there is. */
    void advance() {
        int made = 0;
        for (int i = 0; i < known; i++) {
            made += picks[i] > 0 ? 1 : 0;
        }
        for (int i = known - 1; i >= 0; i--) {
            made -= picks[i] > 0 ? 1 : 0;
            if (picks[i] + 1 < bounds[i]) {
                if (made < departures) {
                    picks[i]++;
                    known = i + 1;
                    return;
                }
                isCut = true;
            }
        }
        known = 0;
        isExhausted = true;
    }

    /** Whether every path was walked that the bounds allow. */
    boolean isExhausted() {
        return isExhausted;
    }

    /** Whether the bounds kept the walk from a path that it came to. */
    boolean isCut() {
        return isCut;
    }
}
