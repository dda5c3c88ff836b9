package dev.countermand.explore.strategy;

import dev.countermand.loop.schedule.RandomStream;

/**
 * How many moments the runs of a program have, as far as it is known, to draw one of them.
 *
 * <p>A cancel can end a run early. So a draw may also fall a little behind what was seen: then the
 * run is left alone, comes to its full length, and that is learned.
 */
final class LearnedLength {
    private static final int UNKNOWN = 16;

    private int longest;

    /** A run had so many moments. */
    void learn(int moments) {
        longest = Math.max(longest, moments);
    }

    /** A moment, counted from 0. */
    int draw(RandomStream random) {
        return random.nextInt(longest == 0 ? UNKNOWN : longest + longest / 4 + 1);
    }
}
